// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.commands;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why a command is not carried out because of its id. */
public sealed interface CommandRefusal extends Refusal {

    /** The id was answered before, for something else: answering again would hide one of the two intentions. */
    record IdReused(CommandId id) implements CommandRefusal {

        @Override
        public String code() {
            return "commands.id-reused";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("id", id.value());
        }
    }
}
