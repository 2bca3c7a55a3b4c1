// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A frozen version that rows may rest on, as far as the reader sees it.
 *
 * @param on day from which it is known: on which it was frozen, or from which its public part stands
 * @param dossier in which it was frozen; null where only its public part is known
 * @param registered service of the register it is about; null where it says of none
 * @param rows what it says of each control; of a public part, the objectives only
 */
public record BaseVersion(
        String hash, Seen seen, LocalDate on, @Nullable DossierId dossier, @Nullable UUID registered, Map<String, Answer> rows) {

    /** How the reader comes to see it. */
    public enum Seen {
        /** Its provider disclosed it to the organisation he acts for. */
        DISCLOSED,
        /** It is of a dossier of his own. */
        OWN,
        /** Only its public part is known, from the register. */
        PUBLIC;

        /** Key of its words. */
        public String messageKey() {
            return "statement.inheritance.seen." + name().toLowerCase(Locale.ROOT);
        }
    }

    public BaseVersion {
        rows = Map.copyOf(rows);
    }

    /** {@link Choice#OPEN} where it says nothing of the control; empty where what it says is not known. */
    public Optional<Choice> said(String control) {
        var answer = rows.get(control);
        return answer != null ? Optional.of(answer.choice()) : seen == Seen.PUBLIC ? Optional.empty() : Optional.of(Choice.OPEN);
    }

    /** Whether it is a version of the very service that a statement is about. */
    boolean isOf(DossierId ofDossier, @Nullable UUID service) {
        return ofDossier.equals(dossier) || service != null && service.equals(registered);
    }

    public String shortHash() {
        return hash.substring(0, 12);
    }
}
