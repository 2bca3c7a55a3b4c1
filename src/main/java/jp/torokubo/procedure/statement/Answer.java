// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of one row of the criteria, and what is noted beside it for those who work on it.
 *
 * @param control id in the statement's edition, with its suffix
 * @param realisations in the order of their days; empty where nothing is described
 * @param reason why it is left out (管理基準 2.2.4); may also say something of an adopted one
 * @param owner login of whoever sees to it; empty where nobody does
 * @param due last day for the work; null: not set
 * @param restsOn null where the row stands by itself
 * @param version grows by one with every change; 0 for a row nobody has written into
 */
public record Answer(
        String control, Choice choice, List<Realisation> realisations, Wording reason, String owner, @Nullable LocalDate due,
        RowState state, @Nullable RestsOn restsOn, long version) {

    public Answer {
        realisations = List.copyOf(realisations);
    }

    /** A row nobody has written into. */
    public static Answer untouched(String control) {
        return new Answer(control, Choice.OPEN, List.of(), Wording.NONE, "", null, RowState.UNTOUCHED, null, 0);
    }

    public boolean isUntouched() {
        return version == 0;
    }

    /** Whether something is described. */
    public boolean isDescribed() {
        return realisations.stream().anyMatch(realisation -> !realisation.text().isEmpty());
    }

    /** All descriptions in Japanese, one after the other. */
    public String described() {
        return realisations.stream().map(realisation -> realisation.text().ja()).collect(Collectors.joining("\n"));
    }

    /** Whether both say the same, whatever their versions and however far the work on them has come. */
    public boolean saysTheSameAs(Answer other) {
        return choice == other.choice && realisations.equals(other.realisations) && reason.equals(other.reason)
                && Objects.equals(restsOn, other.restsOn);
    }

    public Answer withVersion(long next) {
        return new Answer(control, choice, realisations, reason, owner, due, state, restsOn, next);
    }

    public Answer withControl(String other) {
        return new Answer(other, choice, realisations, reason, owner, due, state, restsOn, version);
    }
}
