// SPDX-License-Identifier: Apache-2.0
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.procedure.statement.*;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Tier;
import jp.torokubo.record.criteria.shipped.ShippedCatalogue;

/** Times the self-check of a statement in which every row is answered against reading each character of each of its rows once, in turn. */
class SelfChecking {

    private static final int ROUNDS = 5;
    private static final int TIMES = 400;
    private static long kept;

    public static void main(String[] given) {
        var shipped = ShippedCatalogue.read(Instant.EPOCH);
        var newest = shipped.get(shipped.size() - 1);
        var catalogue = new Catalogue(newest.edition(), newest.controls(), List.of());
        for (var functions : new int[] {3, 30}) {
            var statement = statement(catalogue, functions, true);
            compare(catalogue, statement, "%d functions, all mentioned".formatted(functions));
            compare(catalogue, statement(catalogue, functions, false), "%d functions, none mentioned".formatted(functions));
        }
        System.out.println("(" + kept % 10 + ")");
    }

    private static void compare(Catalogue catalogue, WholeStatement statement, String what) {
        var check = new SelfCheck(catalogue, new Surroundings(
                null, Period.ofYears(1), Period.ofMonths(3), (service, day) -> Optional.empty(), LocalDate.of(2026, 6, 1), List.of(),
                on -> Optional.empty()));
        for (int i = 0; i < 1_000; i++) {
            kept += pass(catalogue, statement) + check.whole(statement).all().size();
        }
        for (int round = 1; round <= ROUNDS; round++) {
            var plain = new long[TIMES];
            var checked = new long[TIMES];
            var alone = new long[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long began = System.nanoTime();
                kept += pass(catalogue, statement);
                long between = System.nanoTime();
                kept += check.whole(statement).all().size();
                long then = System.nanoTime();
                kept += check.row(statement, catalogue.controls().get(catalogue.controls().size() - 1)).all().size();
                plain[i] = between - began;
                checked[i] = then - between;
                alone[i] = System.nanoTime() - then;
            }
            System.out.printf("%s, round %d: one pass %.2f ms, self-check %.2f ms, ratio %.2f (limit 5); one row alone %.3f ms%n",
                    what, round, median(plain), median(checked), median(checked) / median(plain), median(alone));
        }
    }

    private static long pass(Catalogue catalogue, WholeStatement statement) {
        long sum = 0;
        for (var control : catalogue.controls()) {
            if (AnswerRules.isAnswered(control)) {
                var answer = statement.answer(control.id());
                sum += read(answer.reason().ja()) + read(answer.reason().en());
                for (var realisation : answer.realisations()) {
                    sum += read(realisation.text().ja()) + read(realisation.text().en());
                }
            }
        }
        return sum;
    }

    private static long read(String text) {
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum = sum * 31 + text.charAt(i);
        }
        return sum;
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    private static WholeStatement statement(Catalogue catalogue, int functions, boolean mentioned) {
        Map<String, Answer> answers = new HashMap<>();
        int row = 0;
        for (var control : catalogue.controls()) {
            if (AnswerRules.isAnswered(control)) {
                var out = control.tier() == Tier.DETAIL && !control.suffix().basic() && ++row % 4 == 0;
                var text = "本サービスでは手順書に従い担当者が毎月この管理策（" + control.id() + "）を実施し、責任者が記録を確認して保管しています。"
                        + (mentioned ? "対象は機能" + row % functions + "号です。" : "") + "例外は承認を得て台帳に残し、四半期ごとに見直します。".repeat(4);
                answers.put(control.id(), new Answer(
                        control.id(), out ? Choice.LEFT_OUT : Choice.ADOPTED,
                        out ? List.of() : List.of(Realisation.throughout(new Wording(text, ""))), out ? Wording.of(text) : Wording.NONE,
                        "", null, RowState.SETTLED, null, 1));
            }
        }
        var scope = new ArrayList<ScopeFunction>();
        for (int i = 0; i < functions; i++) {
            scope.add(new ScopeFunction(
                    Wording.of("機能" + i + "号"), Standing.INSIDE, Map.of(DataKind.STORAGE, List.of("東京")), "", Wording.NONE));
        }
        var id = new UUID(1, 1);
        return new WholeStatement(
                new Statement(new StatementId(id), new DossierId(id), "", catalogue.edition().id(), null, Instant.EPOCH),
                StatementContent.EMPTY.with(new Content.Scope(scope))
                        .with(new Content.Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31))),
                answers, List.of());
    }
}
