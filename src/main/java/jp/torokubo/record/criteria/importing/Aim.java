// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import jp.torokubo.record.criteria.ListKind;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook is imported for.
 *
 * @param edition the edition it speaks of; for a new one, the name it will have
 * @param titleJa of a new edition; otherwise null
 * @param standsFrom of a new edition: day, month or year; null where that is not known
 * @param list which list; null for texts
 * @param validFrom first day of a list; null where it is not known
 */
public record Aim(
        Kind kind, String edition, @Nullable String titleJa, @Nullable String titleEn, @Nullable String standsFrom,
        @Nullable ListKind list, @Nullable LocalDate validFrom, @Nullable LocalDate validUntil) {

    public enum Kind {
        /** Official words for an edition that is loaded. */
        TEXTS("texts"),
        /** An edition of its own. */
        EDITION("edition"),
        /** Controls that a list names. */
        LIST("list");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Kind> of(String code) {
            return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
        }
    }

    public static Aim texts(String edition) {
        return new Aim(Kind.TEXTS, edition, null, null, null, null, null, null);
    }

    public static Aim edition(String id, String titleJa, @Nullable String titleEn, @Nullable String standsFrom) {
        return new Aim(Kind.EDITION, id, titleJa, titleEn, standsFrom, null, null, null);
    }

    public static Aim list(ListKind list, String edition, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new Aim(Kind.LIST, edition, null, null, null, list, from, until);
    }

    /** Stable name of what is imported: texts, edition, important … */
    public String code() {
        return list == null ? kind.code() : list.code();
    }
}
