// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A row of which two statements say something different. How far the work on it has come, and by when it is due, is not compared.
 *
 * @param was what the first says; untouched where it says nothing
 * @param classes never empty
 * @param proposal what a changed description probably is; null where the description did not change, or changed together with the choice
 * @param said what somebody says that it is, which counts instead; null where nobody has said anything, or nothing was proposed
 */
public record RowDifference(
        RowPair row, Answer was, Answer is, Set<ChangeClass> classes, @Nullable Proposal proposal, @Nullable SaidClass said) {

    public RowDifference {
        classes = java.util.Collections.unmodifiableSet(EnumSet.copyOf(classes));
    }

    /** @return null where both say the same */
    static @Nullable RowDifference between(RowPair row, Answer was, Answer is, ChangeWords words, ClassesSaid classesSaid) {
        var classes = EnumSet.noneOf(ChangeClass.class);
        Proposal proposal = null;
        SaidClass said = null;
        if (row.before() == null || row.after() == null) {
            if (CarriedRow.says(row.before() == null ? is : was)) {
                classes.add(row.before() == null ? ChangeClass.CONTROL_ADDED : ChangeClass.CONTROL_REMOVED);
            }
        } else if (was.choice() != is.choice()) {
            classes.add(byChoice(was.choice(), is.choice()));
        } else {
            proposal = byDescription(was, is, words, classes);
            if (proposal != null) {
                said = classesSaid.of(row, last(was.realisations()).ja(), last(is.realisations()).ja());
                classes.add(said == null ? proposal.kind() : said.kind());
            }
            byReason(was.reason(), is.reason(), classes);
            if (!java.util.Objects.equals(was.restsOn(), is.restsOn())) {
                classes.add(ChangeClass.RESTING);
            }
            if (classes.isEmpty() && !was.owner().equals(is.owner())) {
                classes.add(ChangeClass.OWNER);
            }
        }
        return classes.isEmpty() ? null : new RowDifference(row, was, is, classes, proposal, said);
    }

    /** Whether a control has changed, and not only who sees to it or how it is said in English. */
    public boolean change() {
        return classes.stream().anyMatch(ChangeClass::change);
    }

    /** What stood last, as one text. */
    public static Wording last(List<Realisation> realisations) {
        return realisations.isEmpty() ? Wording.NONE : realisations.get(realisations.size() - 1).text();
    }

    private static ChangeClass byChoice(Choice was, Choice is) {
        if (was == Choice.OPEN) {
            return ChangeClass.FIRST_SAID;
        }
        if (is == Choice.OPEN) {
            return ChangeClass.NO_LONGER_SAID;
        }
        return is == Choice.ADOPTED ? ChangeClass.NEWLY_SELECTED : ChangeClass.NO_LONGER_SELECTED;
    }

    /** Whether it is of this class by a proposal alone. */
    public boolean isProposed(ChangeClass one) {
        return said == null && one.proposed();
    }

    /** Whether nothing is left to be said of its classes. */
    public boolean isCertain() {
        return classes.stream().noneMatch(one -> isProposed(one) || one == ChangeClass.UNDECIDED);
    }

    /** Fingerprint of the description that stood last before. */
    public String wasText() {
        return ClassesSaid.fingerprint(last(was.realisations()).ja());
    }

    /** And of the one that stood last after. */
    public String isText() {
        return ClassesSaid.fingerprint(last(is.realisations()).ja());
    }

    private static @Nullable Proposal byDescription(Answer was, Answer is, ChangeWords words, Set<ChangeClass> classes) {
        if (was.realisations().equals(is.realisations())) {
            return null;
        }
        var before = last(was.realisations()).ja();
        var after = last(is.realisations()).ja();
        if (!before.equals(after)) {
            if (before.isEmpty() || after.isEmpty()) {
                classes.add(before.isEmpty() ? ChangeClass.FIRST_SAID : ChangeClass.NO_LONGER_SAID);
                return null;
            }
            return words.propose(before, after);
        }
        classes.add(inJapanese(was).equals(inJapanese(is)) ? ChangeClass.TRANSLATION : ChangeClass.EARLIER_DAYS);
        return null;
    }

    private static List<Realisation> inJapanese(Answer answer) {
        return answer.realisations().stream()
                .map(one -> new Realisation(Wording.of(one.text().ja()), one.from(), one.until()))
                .collect(Collectors.toList());
    }

    private static void byReason(Wording was, Wording is, Set<ChangeClass> classes) {
        if (!was.ja().equals(is.ja())) {
            classes.add(ChangeClass.REASON);
        } else if (!was.en().equals(is.en())) {
            classes.add(ChangeClass.TRANSLATION);
        }
    }
}
