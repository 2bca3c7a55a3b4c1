// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/** An import of a published list, in the state it has reached. */
public record KeptImport(
        UUID id, PublicationOfList publication, File file, ReadingOfList reading, State state, Uploaded uploaded,
        @Nullable Proposed proposed, @Nullable Decided decided) {

    /** @param hash of its content, under which it is stored */
    public record File(String name, String hash, Format format, String encoding) {}

    public record Uploaded(PersonId person, String name, Instant at) {}

    /**
     * @param proposal at the desk of confirmations; null where the program proposed to itself
     * @param hash of the dry run that was proposed
     * @param registerIndex last entry of the register at that time
     */
    public record Proposed(@Nullable UUID proposal, String name, Instant at, String hash, long registerIndex) {}

    /**
     * How it ended.
     *
     * @param firstEntry what was entered in the register; null where it was turned down
     */
    public record Decided(
            String name, Instant at, @Nullable String reason, @Nullable Long firstEntry, @Nullable Long lastEntry) {}

    /** How far it has come. Each state lists where it may go; anything else is refused. */
    public enum State {
        READ("read"),
        PROPOSED("proposed"),
        CONFIRMED("confirmed"),
        TURNED_DOWN("turned-down");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static State of(String code) {
            return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst().orElseThrow();
        }

        /** Proposed may be proposed again: when the register has moved meanwhile, somebody has to look again. */
        Set<State> next() {
            return switch (this) {
                case READ -> Set.of(PROPOSED, TURNED_DOWN);
                case PROPOSED -> Set.of(PROPOSED, CONFIRMED, TURNED_DOWN);
                case CONFIRMED, TURNED_DOWN -> Set.of();
            };
        }

        public boolean allows(State other) {
            return next().contains(other);
        }
    }

    public KeptImport proposed(@Nullable UUID proposal, Actor proposer, Instant at, DryRun dryRun) {
        return moved(State.PROPOSED, new Proposed(proposal, proposer.name(), at, dryRun.hash(), dryRun.registerIndex()), null);
    }

    public KeptImport confirmed(Actor second, Instant at, long firstEntry, long lastEntry) {
        return moved(State.CONFIRMED, proposed, new Decided(second.name(), at, null, firstEntry, lastEntry));
    }

    public KeptImport turnedDown(Actor actor, Instant at, String reason) {
        return moved(State.TURNED_DOWN, proposed, new Decided(actor.name(), at, reason, null, null));
    }

    private KeptImport moved(State to, @Nullable Proposed newProposed, @Nullable Decided newDecided) {
        if (!state.allows(to)) {
            throw new IllegalStateException(state + " does not lead to " + to);
        }
        return new KeptImport(id, publication, file, reading, to, uploaded, newProposed, newDecided);
    }
}
