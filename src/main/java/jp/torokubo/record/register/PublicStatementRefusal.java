// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why the public part of a statement is not taken in. */
public sealed interface PublicStatementRefusal extends Refusal {

    /** Leaves a reading at the first thing that is wrong. */
    final class Refusing extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final transient PublicStatementRefusal why;

        Refusing(PublicStatementRefusal why) {
            super(why.code() + " " + why.facts());
            this.why = why;
        }

        public PublicStatementRefusal why() {
            return why;
        }
    }

    record FileMissing() implements PublicStatementRefusal {
        @Override public String code() { return "register.statement-file-missing"; }
    }

    record TooLarge(long bytes) implements PublicStatementRefusal {
        @Override public String code() { return "register.statement-too-large"; }
        @Override public Map<String, Object> facts() {
            return Map.of("bytes", bytes, "most", PublicStatementFile.LARGEST);
        }
    }

    record NotJson() implements PublicStatementRefusal {
        @Override public String code() { return "register.statement-not-json"; }
    }

    record NotAStatement() implements PublicStatementRefusal {
        @Override public String code() { return "register.statement-not-one"; }
    }

    /** @param key of the row */
    record RowMalformed(String key) implements PublicStatementRefusal {
        @Override public String code() { return "register.statement-row-malformed"; }
        @Override public Map<String, Object> facts() { return Map.of("key", key); }
    }

    /** A row is missing, is there twice, or stands elsewhere than where it is hashed. */
    record RowOutOfPlace(String key) implements PublicStatementRefusal {
        @Override public String code() { return "register.statement-row-out-of-place"; }
        @Override public Map<String, Object> facts() { return Map.of("key", key); }
    }

    record WrongHash() implements PublicStatementRefusal {
        @Override public String code() { return "register.statement-wrong-hash"; }
    }

    record EditionUnknown(String edition) implements PublicStatementRefusal {
        @Override public String code() { return "register.statement-edition-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("edition", edition); }
    }

    record AlreadyThere(String version) implements PublicStatementRefusal {
        @Override public String code() { return "register.statement-already-there"; }
        @Override public Map<String, Object> facts() { return Map.of("version", version.substring(0, 8)); }
    }
}
