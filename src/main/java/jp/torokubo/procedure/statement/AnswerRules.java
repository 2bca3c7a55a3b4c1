// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Tier;

/**
 * What may be written into a row: the one validator of grid, row page, bulk change, workbook and carry-over. It refuses what cannot be kept;
 * what a finished statement lacks is for the self-check to say.
 */
public final class AnswerRules {

    /** In code points, for each text in each language. */
    public static final int LONGEST_TEXT = 10_000;

    /** More changes of one control inside a year are not a description of it any more. */
    public static final int MOST_REALISATIONS = 20;

    private AnswerRules() {}

    /**
     * What is wrong with a change; empty where it may be written.
     *
     * @param logins of the people who may be owners
     */
    public static List<StatementRefusal> wrong(Control control, Answer before, AnswerEdit edit, Set<String> logins) {
        var wrong = new ArrayList<StatementRefusal>();
        if (!isAnswered(control)) {
            wrong.add(new StatementRefusal.RowNotAnswered(control.id()));
            return wrong;
        }
        if (edit.realisations() != null) {
            realisations(edit.realisations(), wrong);
        }
        if (edit.reason() != null) {
            length("reason", edit.reason(), wrong);
        }
        if (edit.owner() != null && !edit.owner().isEmpty() && !logins.contains(edit.owner())) {
            wrong.add(new StatementRefusal.OwnerUnknown(edit.owner()));
        }
        if (edit.state() != null && !before.state().leadsTo(edit.state())) {
            wrong.add(new StatementRefusal.NoSuchMove(before.state(), edit.state()));
        }
        return wrong;
    }

    /** Whether a statement says something of the row itself, and does not only find others below it. */
    public static boolean isAnswered(Control control) {
        return control.assessed() || control.tier() == Tier.OBJECTIVE;
    }

    private static void realisations(List<Realisation> realisations, List<StatementRefusal> wrong) {
        if (realisations.size() > MOST_REALISATIONS) {
            wrong.add(new StatementRefusal.TooManyRealisations(MOST_REALISATIONS, realisations.size()));
            return;
        }
        Realisation last = null;
        for (var realisation : realisations) {
            length("realisation", realisation.text(), wrong);
            if (realisation.from() != null && realisation.until() != null && realisation.until().isBefore(realisation.from())) {
                wrong.add(new StatementRefusal.DaysReversed(realisation.from(), realisation.until()));
            } else if (last != null && (last.until() == null || realisation.from() == null
                    || !realisation.from().isAfter(last.until()))) {
                wrong.add(new StatementRefusal.DaysOverlap(last.until(), realisation.from()));
            }
            last = realisation;
        }
    }

    private static void length(String field, Wording text, List<StatementRefusal> wrong) {
        int longest = Math.max(text.ja().codePointCount(0, text.ja().length()), text.en().codePointCount(0, text.en().length()));
        if (longest > LONGEST_TEXT) {
            wrong.add(new StatementRefusal.TextTooLong(field, LONGEST_TEXT, longest));
        }
    }
}
