// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why the desk does not do something. Kept by name in the answers to commands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface DeskRefusal extends Refusal {

    record TaskUnknown() implements DeskRefusal {
        @Override public String code() { return "desk.task-unknown"; }
    }

    /** Already done or withdrawn. */
    record TaskEnded(TaskState state) implements DeskRefusal {
        @Override public String code() { return "desk.task-ended"; }
        @Override public Map<String, Object> facts() { return Map.of("state", state.code()); }
    }

    /** There is no such message, or it is another person's. */
    record MessageUnknown() implements DeskRefusal {
        @Override public String code() { return "desk.message-unknown"; }
    }

    record MailUnknown() implements DeskRefusal {
        @Override public String code() { return "desk.mail-unknown"; }
    }

    /** Only what has failed is sent again. */
    record MailNotFailed() implements DeskRefusal {
        @Override public String code() { return "desk.mail-not-failed"; }
    }

    record PaceUnknown(String given) implements DeskRefusal {
        @Override public String code() { return "desk.pace-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record LanguageUnknown(String given) implements DeskRefusal {
        @Override public String code() { return "desk.language-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    /** The place in a list after which reading should go on cannot be read. */
    record PlaceNotAPlace() implements DeskRefusal {
        @Override public String code() { return "desk.place-not-a-place"; }
    }
}
