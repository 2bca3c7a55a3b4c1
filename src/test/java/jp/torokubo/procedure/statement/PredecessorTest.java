// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import static jp.torokubo.procedure.statement.Declarants.adopted;
import static jp.torokubo.procedure.statement.Declarants.change;
import static jp.torokubo.procedure.statement.Declarants.command;
import static jp.torokubo.procedure.statement.Declarants.leftOut;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TorokuboTest
@FreshDatabase
class PredecessorTest {

    @Autowired OpenStatement openStatement;
    @Autowired SavePart savePart;
    @Autowired ChangeAnswers changeAnswers;
    @Autowired ReadStatement readStatement;
    @Autowired ReadRows readRows;
    @Autowired Predecessor predecessor;
    @Autowired CheckStatement check;

    private Declarants they;

    @BeforeEach
    void people() {
        they = new Declarants();
    }

    @Test
    void aStatementBegunEmptyIsComparedWithLastYearsInItsDossier() {
        opened("2024-04-01", "2025-03-31");
        var thisYear = opened("2025-05-01", "2026-03-31");

        assertThat(rules(thisYear)).contains("period-gap");
        assertThat(rules(opened("2026-04-01", "2027-03-31"))).doesNotContain("period-gap", "period-overlap");
    }

    @Test
    void ofSeveralTheOneThatEndsLastBeforeItBeginsAndNeverALaterOne() {
        var yearBefore = opened("2024-04-01", "2025-03-31");
        opened("2023-04-01", "2024-03-31");
        opened("2026-04-01", "2027-03-31");
        opened(null, null);
        opened("2024-10-01", "2025-09-30");

        assertThat(before(opened("2025-04-01", "2026-03-31"))).isEqualTo(yearBefore);
        assertThat(before(opened(null, null))).isNull();
    }

    @Test
    void theOneItWasCarriedOverFromComesFirst() {
        var from = opened("2022-04-01", "2023-03-31");
        opened("2024-04-01", "2025-03-31");
        var carried = ((OpenStatement.Result.Opened) openStatement.handle(
                        new OpenStatement.Command(command(), they.aiko, they.ofAlpha, "2026年度", "2024-07", from)))
                .statement();
        period(they.aiko, carried, "2025-04-01", "2026-03-31");

        assertThat(before(carried)).isEqualTo(from);
    }

    @Test
    void anotherDossierIsNeverLookedInto() {
        var theirs = Declarants.opened(openStatement, they.ben, they.ofBeta);
        period(they.ben, theirs, "2024-04-01", "2025-03-31");
        var sister = Declarants.opened(openStatement, they.aiko, World.dossier(they.aiko, "もう一つの件"));
        period(they.aiko, sister, "2024-04-01", "2025-03-31");

        assertThat(before(opened("2025-05-01", "2026-03-31"))).isNull();
    }

    @Test
    void aRowAloneIsToldWhatTheWholeStatementIsToldOfItAndAReaderNothing() {
        var statement = opened("2025-04-01", "2026-03-31");
        changeAnswers.handle(change(
                they.yuki, statement, adopted("9.1.1.1", ""), leftOut("9.1.1.2", "該当なし"), leftOut("9.1.1.4", "該当なし"),
                leftOut("9.1.1", "")));
        var whole = whole(statement);

        for (var control : List.of("9.1.1", "9.1.1.1", "9.1.1.2", "9.1.1.3", "9.1.1.4")) {
            var row = ((CheckStatement.Result.Checked) check.whole(they.yuki, they.ofAlpha, statement)).catalogue().called(control)
                    .orElseThrow().id();
            assertThat(check.row(they.yuki, readRows.one(they.yuki, they.ofAlpha, statement, row).orElseThrow()).all()).as(row)
                    .isEqualTo(whole.all().stream().filter(remark -> remark.place().equals(new Remark.InRow(row))).toList());
            assertThat(check.row(they.jiro, readRows.one(they.jiro, they.ofAlpha, statement, row).orElseThrow()).all()).isEmpty();
        }
    }

    private StatementId opened(String from, String until) {
        var statement = Declarants.opened(openStatement, they.aiko, they.ofAlpha);
        if (from != null) {
            period(they.aiko, statement, from, until);
        }
        return statement;
    }

    private void period(Actor actor, StatementId statement, String from, String until) {
        savePart.handle(new SavePart.Command(
                command(), actor, statement, 0, new Content.Period(LocalDate.parse(from), LocalDate.parse(until))));
    }

    private Remarks whole(StatementId statement) {
        return ((CheckStatement.Result.Checked) check.whole(they.yuki, they.ofAlpha, statement)).remarks();
    }

    private List<String> rules(StatementId statement) {
        return whole(statement).all().stream().map(Remark::rule).toList();
    }

    private StatementId before(StatementId statement) {
        var head = readStatement.head(they.aiko, statement).orElseThrow();
        return predecessor.of(they.aiko, head.statement(), head.content()).map(found -> found.statement().id()).orElse(null);
    }
}
