// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import jp.torokubo.procedure.statement.Answer;

/**
 * A frozen version that rows may rest on, as far as the reader sees it.
 *
 * @param on day from which it is known: on which it was frozen, or from which its public part stands
 * @param rows what it says of each control; of a public part, the objectives only
 */
public record BaseVersion(String hash, Seen seen, LocalDate on, Map<String, Answer> rows) {

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

    public String shortHash() {
        return hash.substring(0, 12);
    }
}
