// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answers to buyers. A question without an answer is not there.
 *
 * @param service id in the register of the service it is about; null: none, so nothing of it is public
 * @param answers by the code of the question
 */
public record Sheet(@Nullable UUID service, Map<String, SheetAnswer> answers) {

    public static final Sheet EMPTY = new Sheet(null, Map.of());

    /** @param visibility who may read it once it is published */
    public record SheetAnswer(Visibility visibility, Wording text) {}

    /** The draft as it was saved; version 0 where nobody has. */
    public record Draft(long version, Sheet sheet, @Nullable Instant at) {}

    /**
     * A published edition. It never changes; the next has its own number.
     *
     * @param hash over its three sections, see {@link jp.torokubo.record.register.StatementHashes}
     * @param questions edition of the questions
     */
    public record Edition(
            String hash, DossierId dossier, int number, String questions, @Nullable UUID service, Map<Visibility, String> sections, Instant at,
            PersonId author) {

        public String shortHash() {
            return hash.substring(0, 12);
        }
    }

    public Sheet {
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    public long count(Visibility visibility) {
        return answers.values().stream().filter(answer -> answer.visibility() == visibility).count();
    }
}
