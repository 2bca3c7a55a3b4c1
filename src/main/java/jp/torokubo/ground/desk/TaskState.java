// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.util.Map;
import java.util.Optional;

/** How far a task has come. Each state lists the moves it allows; a move that is not listed is refused. */
public enum TaskState {
    OPEN("open"),
    DONE("done"),
    WITHDRAWN("withdrawn");

    /** What can befall a task. */
    public enum Move {
        /** A day is set for it, another than before, or none any more. */
        DUE_SET("due-set"),
        /** What it asked for has been done. */
        DONE("done"),
        /** It need not be done any more. */
        WITHDRAWN("withdrawn");

        private final String code;

        Move(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private static final Map<TaskState, Map<Move, TaskState>> MOVES = Map.of(
            OPEN, Map.of(Move.DUE_SET, OPEN, Move.DONE, DONE, Move.WITHDRAWN, WITHDRAWN),
            DONE, Map.of(),
            WITHDRAWN, Map.of());

    private final String code;

    TaskState(String code) {
        this.code = code;
    }

    /** As it stands in the table. Never renamed. */
    public String code() {
        return code;
    }

    /** Where a move leads; empty where it is not allowed. */
    Optional<TaskState> after(Move move) {
        return Optional.ofNullable(MOVES.get(this).get(move));
    }
}
