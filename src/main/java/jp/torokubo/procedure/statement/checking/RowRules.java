// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import static jp.torokubo.procedure.statement.Choice.ADOPTED;
import static jp.torokubo.procedure.statement.Choice.LEFT_OUT;
import static jp.torokubo.procedure.statement.Choice.OPEN;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.torokubo.procedure.statement.BaseService;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Tier;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a row (管理基準 2.2.4). */
final class RowRules {

    private static final List<Applied> ALL = List.of(
            // every row answered
            saysIf(OPEN, "governance-open", row -> row.control().tier() == Tier.GOVERNANCE),
            saysIf(OPEN, "management-open", row -> row.control().tier() == Tier.MANAGEMENT),
            saysIf(OPEN, "objective-open", row -> row.control().tier() == Tier.OBJECTIVE),
            saysIf(OPEN, "basic-detail-open", row -> row.control().tier() == Tier.DETAIL && row.basic() && !row.fallsAway()),
            saysIf(OPEN, "detail-open", row -> row.control().tier() == Tier.DETAIL && !row.basic() && !row.fallsAway()),
            // what every statement contains
            saysIf(LEFT_OUT, "governance-left-out", row -> row.control().tier() == Tier.GOVERNANCE),
            saysIf(LEFT_OUT, "management-left-out", row -> row.control().tier() == Tier.MANAGEMENT),
            saysIf(LEFT_OUT, "basic-detail-left-out", row -> row.control().tier() == Tier.DETAIL && row.basic() && !row.fallsAway()),
            // a reason for whatever is left out
            saysIf(LEFT_OUT, "left-out-without-reason",
                    row -> row.control().tier() != Tier.OBJECTIVE && row.control().tier() != Tier.DETAIL && noReason(row)),
            saysIf(LEFT_OUT, "objective-without-reason", row -> row.control().tier() == Tier.OBJECTIVE && noReason(row)),
            saysIf(LEFT_OUT, "detail-without-reason",
                    row -> row.control().tier() == Tier.DETAIL && !row.fallsAway() && noReason(row)),
            says(LEFT_OUT, "details-of-excluded-objective", RowRules::detailsOfExcludedObjective),
            // an individual control for whatever is adopted
            saysIf(ADOPTED, "not-described",
                    row -> row.control().assessed() && !row.answer().isDescribed() && row.answer().restsOn() == null),
            saysIf(ADOPTED, "taken-over-not-described",
                    row -> row.control().assessed() && !row.answer().isDescribed() && row.answer().restsOn() != null),
            // what a row rests on
            says(ADOPTED, "rests-on-no-base", (row, say) -> resting(row, (on, base) -> base.isEmpty(), say)),
            says(ADOPTED, "rests-on-unregistered",
                    (row, say) -> resting(row, (on, base) -> base.filter(one -> one.registered() == null).isPresent(), say)),
            says(ADOPTED, "rests-on-not-adopted", (row, say) -> resting(
                    row, (on, base) -> row.statement().surroundings().baseAnswers().to(on).filter(said -> said != ADOPTED).isPresent(), say)),
            saysIf(ADOPTED, "adopted-under-excluded-objective", AnsweredRow::fallsAway),
            saysIf(ADOPTED, "objective-without-details", RowRules::withoutDetails),
            // a change, before and after
            saysIf(ADOPTED, "change-side-empty", RowRules::sideEmpty),
            saysIf(ADOPTED, "change-days-missing", RowRules::daysMissing),
            saysIf(ADOPTED, "change-gap", RowRules::gap),
            saysIf(ADOPTED, "change-not-whole-period", row -> row.answer().realisations().size() > 1 && !coversPeriod(row)),
            saysIf(ADOPTED, "realised-part-of-period", row -> row.answer().realisations().size() == 1 && !coversPeriod(row)),
            // what a reader stumbles over
            saysIf(LEFT_OUT, "reason-placeholder", row -> Placeholders.isOne(row.answer().reason().ja())),
            says(LEFT_OUT, "reason-short", RowRules::reasonShort),
            says(LEFT_OUT, "reason-repeated", RowRules::reasonRepeated),
            saysIf(LEFT_OUT, "important-left-out", row -> row.statement().isImportant(row.control())),
            saysIf(ADOPTED, "description-placeholder", RowRules::descriptionPlaceholder),
            saysIf(EnumSet.of(ADOPTED, LEFT_OUT), "row-only-english", RowRules::onlyEnglish),
            saysIf(EnumSet.allOf(Choice.class), "row-characters", RowRules::charactersLeft));

    private static final Map<Choice, List<Rule<AnsweredRow>>> BY_CHOICE = byChoice();

    private record Applied(Set<Choice> to, Rule<AnsweredRow> rule) {}

    private RowRules() {}

    /** Those that can speak of a row with that choice. */
    static List<Rule<AnsweredRow>> of(Choice choice) {
        return BY_CHOICE.get(choice);
    }

    static Stream<String> codes() {
        return ALL.stream().map(applied -> applied.rule().code());
    }

    /** @param wrong asked only of rows that rest on something, with the base service of which it is a version */
    private static void resting(AnsweredRow row, BiPredicate<RestsOn, Optional<BaseService>> wrong, Say say) {
        var on = row.answer().restsOn();
        if (on != null && wrong.test(on, row.statement().content().baseServices().services().stream()
                .filter(service -> on.version().equals(service.version())).findFirst())) {
            say.of(row, on.control(), on.version().substring(0, Math.min(12, on.version().length())));
        }
    }

    private static boolean noReason(AnsweredRow row) {
        return row.answer().reason().isEmpty();
    }

    /** Whether its reason covers them too is for the provider to say; one remark for all of them. */
    private static void detailsOfExcludedObjective(AnsweredRow row, Say say) {
        if (row.control().tier() != Tier.OBJECTIVE) {
            return;
        }
        long without = 0;
        for (var detail : row.statement().below(row.control())) {
            var answer = row.statement().answer(detail);
            if (!detail.suffix().basic() && answer.choice() != ADOPTED && answer.reason().isEmpty()) {
                without++;
            }
        }
        if (without > 0) {
            say.of(row, without);
        }
    }

    private static boolean withoutDetails(AnsweredRow row) {
        if (row.control().tier() != Tier.OBJECTIVE) {
            return false;
        }
        List<Control> details = row.statement().below(row.control());
        return !details.isEmpty() && details.stream().allMatch(detail -> row.statement().answer(detail).choice() == LEFT_OUT);
    }

    private static boolean sideEmpty(AnsweredRow row) {
        var sides = row.answer().realisations();
        return sides.size() > 1 && row.answer().isDescribed() && sides.stream().anyMatch(side -> side.text().isEmpty());
    }

    /** Between two states both days have to be there; only the first may begin, and the last end, with the period. */
    private static boolean daysMissing(AnsweredRow row) {
        var sides = row.answer().realisations();
        for (int i = 1; i < sides.size(); i++) {
            if (sides.get(i - 1).until() == null || sides.get(i).from() == null) {
                return true;
            }
        }
        return false;
    }

    private static boolean gap(AnsweredRow row) {
        var sides = row.answer().realisations();
        for (int i = 1; i < sides.size(); i++) {
            var until = sides.get(i - 1).until();
            var from = sides.get(i).from();
            if (until != null && from != null && !from.equals(until.plusDays(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean coversPeriod(AnsweredRow row) {
        var period = row.statement().content().period();
        var sides = row.answer().realisations();
        return reaches(period.from(), sides.get(0).from()) && reaches(sides.get(sides.size() - 1).until(), period.until());
    }

    /** Whether the one is not before the other, as far as both are known. */
    private static boolean reaches(@Nullable LocalDate later, @Nullable LocalDate earlier) {
        return later == null || earlier == null || !later.isBefore(earlier);
    }

    private static void reasonShort(AnsweredRow row, Say say) {
        var reason = row.answer().reason().ja();
        if (reason.isEmpty() || Placeholders.isOne(reason)) {
            return;
        }
        int written = 0;
        for (int i = 0; i < reason.length() && written < say.threshold(); i += Character.charCount(reason.codePointAt(i))) {
            written += Character.isWhitespace(reason.codePointAt(i)) ? 0 : 1;
        }
        if (written < say.threshold()) {
            say.of(row, written, say.threshold());
        }
    }

    private static void reasonRepeated(AnsweredRow row, Say say) {
        if (!row.answer().reason().ja().isEmpty()) {
            int others = row.statement().othersWithTheReasonOf(row.answer());
            if (others > say.threshold()) {
                say.of(row, others);
            }
        }
    }

    private static boolean descriptionPlaceholder(AnsweredRow row) {
        return row.answer().realisations().stream().anyMatch(side -> Placeholders.isOne(side.text().ja()));
    }

    private static boolean onlyEnglish(AnsweredRow row) {
        return onlyEnglish(row.answer().reason()) || row.answer().realisations().stream().map(Realisation::text).anyMatch(RowRules::onlyEnglish);
    }

    private static boolean onlyEnglish(Wording text) {
        return text.ja().isEmpty() && !text.en().isEmpty();
    }

    private static boolean charactersLeft(AnsweredRow row) {
        if (Characters.left(row.answer().reason())) {
            return true;
        }
        for (var side : row.answer().realisations()) {
            if (Characters.left(side.text())) {
                return true;
            }
        }
        return false;
    }

    private static Applied saysIf(Choice to, String code, Predicate<AnsweredRow> wrong) {
        return saysIf(Set.of(to), code, wrong);
    }

    private static Applied saysIf(Set<Choice> to, String code, Predicate<AnsweredRow> wrong) {
        return new Applied(to, new Rule<>(code, (row, say) -> {
            if (wrong.test(row)) {
                say.of(row);
            }
        }));
    }

    private static Applied says(Choice to, String code, BiConsumer<AnsweredRow, Say> look) {
        return new Applied(Set.of(to), new Rule<>(code, look));
    }

    private static Map<Choice, List<Rule<AnsweredRow>>> byChoice() {
        var by = new EnumMap<Choice, List<Rule<AnsweredRow>>>(Choice.class);
        for (var choice : Choice.values()) {
            by.put(choice, ALL.stream().filter(applied -> applied.to().contains(choice)).map(Applied::rule).toList());
        }
        return by;
    }
}
