// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.mapping.Mapping.Item;
import jp.torokubo.procedure.statement.mapping.Mapping.Pair;
import jp.torokubo.procedure.statement.mapping.MappingReading.Problem;
import jp.torokubo.procedure.statement.workbook.EditionNumbers;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.shipped.ShippedCatalogue;
import org.junit.jupiter.api.Test;

class MappingReaderTest {

    private static final Catalogue CATALOGUE = catalogue();
    private static final EditionNumbers NUMBERS = new EditionNumbers(CATALOGUE, List.of());

    @Test
    void anItemNamesSeveralControlsAndAControlIsNamedBySeveralItems() {
        var read = read("item,control,text", "5.1,5.1.1 9.1.1.1,方針がある", "5.2,9.1.1.1、9.1.1.2,");

        assertThat(read.problems()).isEmpty();
        assertThat(read.items()).containsExactly(new Item("5.1", Wording.of("方針がある")), new Item("5.2", Wording.NONE));
        assertThat(read.pairs()).extracting(Pair::item, Pair::control).containsExactly(
                org.assertj.core.groups.Tuple.tuple("5.1", "5.1.1"), org.assertj.core.groups.Tuple.tuple("5.1", "9.1.1.1"),
                org.assertj.core.groups.Tuple.tuple("5.2", "9.1.1.1"), org.assertj.core.groups.Tuple.tuple("5.2", "9.1.1.2"));
    }

    @Test
    void numbersInFullWidthOrWithoutTheirSuffixAreConvertedAndWhatWasWrittenStays() {
        var read = read("項目,管理策", "A,９．２．３．１１", "B,9.2.3.11.pb", "C,9.2.3.11.PB");

        assertThat(read.pairs()).extracting(Pair::control).containsOnly("9.2.3.11.PB");
        assertThat(read.pairs()).extracting(Pair::written).containsExactly("９．２．３．１１", "9.2.3.11.pb", "9.2.3.11.PB");
        assertThat(read.pairs()).extracting(Pair::isConverted).containsExactly(true, true, false);
    }

    @Test
    void whatCannotBeReadIsSaidWithItsLineAndColumnAndNothingOfTheLineIsTaken() {
        var read = read(
                "項目,管理策,本文,確からしさ", "A,9.9.9.9,a,", ",9.1.1.1,b,", "B,9.1.1.1,c,たぶん", "C,9.2.3.11.P,d,", "D,９.１.１.1 9.1.1.х,e,", "E,9,f,",
                "F,9.1.1.2,g,中");

        assertThat(read.problems()).containsExactly(
                new Problem(2, "管理策", new MappingRefusal.ControlUnreadable(2, "管理策", "9.9.9.9", "2024-07")),
                new Problem(3, "項目", new MappingRefusal.ItemMissing(3, "項目")),
                new Problem(4, "確からしさ", new MappingRefusal.ConfidenceUnreadable(4, "確からしさ", "たぶん")),
                new Problem(5, "管理策", new MappingRefusal.ControlUnreadable(5, "管理策", "9.2.3.11.P", "2024-07")),
                new Problem(6, "管理策", new MappingRefusal.ControlUnreadable(6, "管理策", "9.1.1.х", "2024-07")),
                new Problem(7, "管理策", new MappingRefusal.ControlNotAnswered(7, "管理策", "9", "2024-07")));
        assertThat(read.leftOut()).isEqualTo(6);
        assertThat(read.items()).extracting(Item::id).containsExactly("F");
        assertThat(read.pairs()).extracting(Pair::confidence).containsExactly("medium");
    }

    @Test
    void oneItemHasOneText() {
        var read = read("item,control,text", "A,9.1.1.1,こうしている", "A,9.1.1.2,", "A,9.1.1.3,違う", "A,9.1.2.1,こうしている");

        assertThat(read.problems()).containsExactly(new Problem(4, "text", new MappingRefusal.TextOtherwise(4, "A", 2)));
        assertThat(read.pairs()).extracting(Pair::control).containsExactly("9.1.1.1", "9.1.1.2", "9.1.2.1");
    }

    @Test
    void titleLinesMayStandBeforeTheHeadingsAndTheirOrderIsFree() {
        var read = read("当社の対応表,,", ",,", " Control ,本文（英語）,Ｉｔｅｍ　ID", "9.1.1.1,We do,A.5");

        assertThat(read.items()).containsExactly(new Item("A.5", new Wording("", "We do")));
        assertThat(read.pairs()).extracting(Pair::line).containsExactly(4);
    }

    @Test
    void aFileWithoutHeadingsOrWithoutLinesIsNotRead() {
        assertThat(read("a,b", "A,9.1.1.1").problems()).containsExactly(new Problem(0, "", new MappingRefusal.NoHeadings()));
        assertThat(read("item,control").problems()).containsExactly(new Problem(0, "", new MappingRefusal.NothingInIt()));
        assertThat(read(java.util.stream.Stream.concat(java.util.stream.Stream.of("item,control"),
                        java.util.Collections.nCopies(MappingReader.MOST_LINES, "A,9.1.1.1").stream()).toArray(String[]::new)).problems())
                .containsExactly(new Problem(0, "", new MappingRefusal.TooManyLines(MappingReader.MOST_LINES, MappingReader.MOST_LINES + 1)));
    }

    @Test
    void aDraftIsForRowsThatSayNothingYetAndChoosesNothing() {
        var mapping = mapping(read(
                "item,control,text,text_en", "A,9.1.1.1 9.1.1.2 9.1.1.3,あ,a", "B,9.1.1.1,い,", "C,9.1.2.1,,", "D,9.1.2.1 9.1.1.4,,"));
        var chosen = new Answer("9.1.1.2", Choice.LEFT_OUT, List.of(), Wording.of("理由"), "", null, RowState.IN_WORK, null, 3);
        var owned = new Answer("9.1.1.3", Choice.OPEN, List.of(), Wording.NONE, "yuki@example.jp", null, RowState.UNTOUCHED, null, 2);
        var reasoned = new Answer("9.1.1.4", Choice.OPEN, List.of(), Wording.of("書きかけ"), "", null, RowState.IN_WORK, null, 1);

        var plan = DraftPlan.of(mapping, Map.of("9.1.1.2", chosen, "9.1.1.3", owned, "9.1.1.4", reasoned), CATALOGUE);

        assertThat(plan.drafts()).extracting(one -> one.control().id()).containsExactly("9.1.1.1", "9.1.1.3");
        assertThat(plan.drafts().get(0).text())
                .isEqualTo(new Wording("【SOC 2 2017 A】あ\n【SOC 2 2017 B】い", "[SOC 2 2017 A] a"));
        assertThat(plan.answered()).containsExactly("9.1.1.2", "9.1.1.4");
        assertThat(plan.silent()).containsExactly("9.1.2.1");
        assertThat(plan.edits()).allSatisfy(wanted -> {
            assertThat(wanted.edit().choice()).isNull();
            assertThat(wanted.edit().state()).isNull();
            assertThat(wanted.edit().appliedTo(Answer.untouched(wanted.edit().control())).state()).isEqualTo(RowState.IN_WORK);
            assertThat(wanted.seen()).isNotNull();
        });
    }

    @Test
    void textsThatAreTooLongTogetherAreNotCutButLeftAlone() {
        var long1 = "あ".repeat(6_000);
        var plan = DraftPlan.of(mapping(read("item,control,text", "A,9.1.1.1," + long1, "B,9.1.1.1," + long1)), Map.of(), CATALOGUE);

        assertThat(plan.drafts()).isEmpty();
        assertThat(plan.tooLong()).containsExactly("9.1.1.1");
    }

    @Test
    void theFingerprintChangesWithTheTextAndWithTheRow() {
        var one = mapping(read("item,control,text", "A,9.1.1.1,あ"));
        var other = mapping(read("item,control,text", "A,9.1.1.1,い"));
        var touched = AnswerEdit.of("9.1.1.1").withOwner("x").appliedTo(Answer.untouched("9.1.1.1")).withVersion(1);

        assertThat(List.of(
                        DraftPlan.of(one, Map.of(), CATALOGUE).fingerprint(), DraftPlan.of(other, Map.of(), CATALOGUE).fingerprint(),
                        DraftPlan.of(one, Map.of("9.1.1.1", touched), CATALOGUE).fingerprint()))
                .doesNotHaveDuplicates();
    }

    private static Mapping mapping(MappingReading read) {
        return new Mapping(
                new Mapping.Source(
                        new UUID(0, 1), new StatementId(new UUID(0, 2)), "SOC 2", "2017", "2024-07", "0".repeat(64), "soc.csv",
                        read.items().size(), read.pairs().size(), 0, true, Instant.EPOCH, new PersonId(new UUID(0, 3))),
                read.items(), read.pairs());
    }

    private static MappingReading read(String... lines) {
        var rows = new ArrayList<Row>();
        for (var line : lines) {
            rows.add(new Row(rows.size() + 1, Arrays.asList(line.split(",", -1))));
        }
        return MappingReader.read(rows, CATALOGUE, NUMBERS);
    }

    private static Catalogue catalogue() {
        var found = ShippedCatalogue.read(Instant.EPOCH).stream()
                .filter(one -> one.edition().id().equals("2024-07")).findFirst().orElseThrow();
        return new Catalogue(found.edition(), found.controls(), List.of());
    }
}
