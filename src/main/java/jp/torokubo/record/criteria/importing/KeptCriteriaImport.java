// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/** An import of a workbook of criteria, in the state it has reached. */
public record KeptCriteriaImport(
        UUID id, Aim aim, Publication publication, File file, ReadingOfWorkbook reading, State state, Uploaded uploaded,
        @Nullable Proposed proposed, @Nullable Decided decided) {

    /** @param hash of its content, under which it is stored */
    public record File(String name, String hash, Format format, String encoding) {}

    public record Uploaded(PersonId person, String name, Instant at) {}

    /**
     * @param proposal at the desk of confirmations
     * @param hash of the dry run that was proposed
     * @param state of the criteria at that time
     */
    public record Proposed(UUID proposal, String name, Instant at, String hash, String state) {}

    /**
     * How it ended.
     *
     * @param reason null where it was confirmed
     * @param done what it changed, control by control; null where it was turned down
     */
    public record Decided(String name, Instant at, @Nullable String reason, @Nullable List<CriteriaDryRun.Row> done) {}

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

        /** Proposed may be proposed again: when the criteria have changed meanwhile, somebody has to look again. */
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

    public KeptCriteriaImport proposed(UUID proposal, Actor proposer, Instant at, CriteriaDryRun dryRun) {
        return moved(State.PROPOSED, new Proposed(proposal, proposer.name(), at, dryRun.hash(), dryRun.state()), null);
    }

    public KeptCriteriaImport confirmed(Actor second, Instant at, CriteriaDryRun dryRun) {
        return moved(State.CONFIRMED, proposed, new Decided(second.name(), at, null,
                dryRun.rows().stream().filter(row -> row.outcome().changes()).toList()));
    }

    public KeptCriteriaImport turnedDown(Actor actor, Instant at, String reason) {
        return moved(State.TURNED_DOWN, proposed, new Decided(actor.name(), at, reason, null));
    }

    private KeptCriteriaImport moved(State to, @Nullable Proposed newProposed, @Nullable Decided newDecided) {
        if (!state.allows(to)) {
            throw new IllegalStateException(state + " does not lead to " + to);
        }
        return new KeptCriteriaImport(id, aim, publication, file, reading, to, uploaded, newProposed, newDecided);
    }
}
