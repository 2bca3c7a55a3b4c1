// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change of a row. Null leaves a thing as it is.
 *
 * @param control id in the statement's edition, with its suffix
 * @param owner login; empty for nobody
 */
public record AnswerEdit(
        String control, @Nullable Choice choice, @Nullable List<Realisation> realisations, @Nullable Wording reason,
        @Nullable String owner, @Nullable Due due, @Nullable RowState state, @Nullable Resting resting) {

    /** @param on null: no day is set any more */
    public record Due(@Nullable LocalDate on) {}

    /** @param on null: the row stands by itself again */
    public record Resting(@Nullable RestsOn on) {}

    /** Changes nothing yet. */
    public static AnswerEdit of(String control) {
        return new AnswerEdit(control, null, null, null, null, null, null, null);
    }

    /** Everything another answer says of its row, and nothing of the work on it. */
    public static AnswerEdit saying(String control, Answer said) {
        return new AnswerEdit(
                control, said.choice(), said.realisations(), said.reason(), null, null, null, new Resting(said.restsOn()));
    }

    public AnswerEdit withChoice(Choice to) {
        return new AnswerEdit(control, to, realisations, reason, owner, due, state, resting);
    }

    public AnswerEdit withRealisations(List<Realisation> to) {
        return new AnswerEdit(control, choice, to, reason, owner, due, state, resting);
    }

    public AnswerEdit withReason(Wording to) {
        return new AnswerEdit(control, choice, realisations, to, owner, due, state, resting);
    }

    public AnswerEdit withOwner(String to) {
        return new AnswerEdit(control, choice, realisations, reason, to, due, state, resting);
    }

    public AnswerEdit withDue(@Nullable LocalDate on) {
        return new AnswerEdit(control, choice, realisations, reason, owner, new Due(on), state, resting);
    }

    public AnswerEdit withState(@Nullable RowState to) {
        return new AnswerEdit(control, choice, realisations, reason, owner, due, to, resting);
    }

    /** Whether it lets the row rest on another; that it rests on none is nothing to be careful of. */
    boolean restsAnew() {
        return resting != null && resting.on() != null;
    }

    public AnswerEdit withResting(@Nullable RestsOn on) {
        return new AnswerEdit(control, choice, realisations, reason, owner, due, state, new Resting(on));
    }

    /**
     * The row as it would be, with the version it has. Who writes into a row that was settled, sent back or untouched has it in work, unless
     * he says otherwise.
     */
    public Answer appliedTo(Answer before) {
        var said = new Answer(
                before.control(), or(choice, before.choice()), or(realisations, before.realisations()), or(reason, before.reason()),
                or(owner, before.owner()), due == null ? before.due() : due.on(), before.state(),
                resting == null ? before.restsOn() : resting.on(), before.version());
        var after = state != null ? state : said.saysTheSameAs(before) ? before.state() : RowState.IN_WORK;
        return new Answer(
                said.control(), said.choice(), said.realisations(), said.reason(), said.owner(), said.due(), after, said.restsOn(),
                said.version());
    }

    private static <T> T or(@Nullable T wanted, T before) {
        return wanted == null ? before : wanted;
    }
}
