// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.ServiceFacts;
import jp.torokubo.record.register.importing.PublishedListReader.Result;
import jp.torokubo.record.register.importing.ReadingOfList.Change;
import jp.torokubo.record.register.importing.ReadingOfList.ListedRow;
import org.junit.jupiter.api.Test;

class PublishedListReaderTest {

    @Test
    void theListOfThePublishedDocumentHasTheTwentyServicesOfTheDataFile() throws IOException {
        var fromDocument = read(Format.TEXT, Files.readString(Path.of("src/test/resources/published/ismap-2021-09-13.txt")));
        var fromData = table(Files.readString(Path.of("src/main/resources/first-load/ismap-2021-09-13.csv")));

        assertThat(fromDocument.refused()).isZero();
        assertThat(fromDocument.rows()).extracting(PublishedListReaderTest::saidWithoutNumber)
                .containsExactlyElementsOf(fromData.rows().stream().map(PublishedListReaderTest::saidWithoutNumber).toList())
                .hasSize(20);
        assertThat(fromData.rows()).filteredOn(row -> row.facts().number().provenance().code().equals("inferred")).hasSize(16);
    }

    @Test
    void everyRadicalAndPrivateCharacterOfTheDocumentIsInTheLog() throws IOException {
        var reading = read(Format.TEXT, Files.readString(Path.of("src/test/resources/published/ismap-2021-09-13.txt")));

        Map<String, Long> counts = reading.changes().stream().collect(groupingBy(Change::why, counting()));

        assertThat(counts).containsEntry("radical", 83L).containsEntry("private-use", 5L).containsEntry("line-joined", 3L);
        assertThat(reading.changes()).filteredOn(change -> change.place().row() == 95 && change.why().equals("radical"))
                .extracting(change -> change.codes() + change.to()).containsExactly("U+2F20士", "U+2F49月", "U+2F47日");
        assertThat(reading.notes()).extracting(ReadingOfList.Note::text)
                .containsExactly("（出典）ISMAPポータルサイト：https://www.ismap.go.jp/csm?id=cloud_service_list");
    }

    @Test
    void plainTextThatDoesNotSayWhoseNameItIsIsRefusedAndNotGuessed() {
        var reading = read(Format.TEXT, """
                No. クラウドサービス名 申請者 登録日
                1 Apigee Edge Example LLC 2021年3月12日
                2 Some Service
                3 Box Box, Inc. 2021年3月12日
                5 Box Sign Box, Inc. 2021年3月12日
                """);

        assertThat(reading.lines()).extracting(line -> line.place().row() + " "
                        + (line.faults().isEmpty() ? "" : line.faults().get(0).code()))
                .containsExactly("2 register.list-whose-name", "3 register.list-no-day-at-end", "4 ",
                        "5 register.list-out-of-turn");
    }

    @Test
    void aProviderTheRegisterKnowsTellsWhereTheNameEnds() {
        var text = "No. クラウドサービス名 申請者 登録日\n1 Apigee Edge Example Cloud LLC 2021年3月12日\n";

        var result = PublishedListReader.read(RegisterName.ISMAP, Format.TEXT, List.of(lines(text)), Set.of("Example Cloud LLC"));

        assertThat(((Result.Read) result).reading().rows()).extracting(row -> row.facts().name()).containsExactly("Apigee Edge");
    }

    @Test
    void headingsMayStandInAnyOrderAndEitherLanguageUnderTitles() {
        var reading = table("""
                ISMAPクラウドサービスリスト,,,,
                ,,,,
                Registered on,備考欄,事業者,登録番号,サービス名
                令和3年3月12日,x,㈱Ａ,Ｃ21－0001－2,一
                2021/6/22,,B,－,"二
                三"
                （出典）ISMAPポータルサイト,,,,
                """);

        assertThat(reading.rows()).extracting(PublishedListReaderTest::said)
                .containsExactly("2021-03-12 C21-0001-2 一 | ㈱Ａ", "2021-06-22 - 二三 | B");
        assertThat(reading.headingsNotRead()).containsExactly("備考欄");
        assertThat(reading.notes()).hasSize(2);
    }

    @Test
    void everyFaultOfARowIsSaidAtOnceWithItsColumnAndValue() {
        var reading = table("""
                サービス名,申請者,登録日,有効期限,登録番号,法人番号,監査対象期間,フリガナ
                一,,2021-02-30,,X1,123,いつか,漢字
                二,A,2019-12-31,,,,,
                三,A,2021-03-12,2021-03-11,C21-0001-2,,2021-02-01～2021-01-01,
                四,A,2021-03-12,,C21-0001-2,7123456789012,2020-01-01～2020-12-31,よん
                五,A,2021-03-12,,C21-0001-2,,,
                四,A,2021-03-12,,,,,
                """);

        assertThat(reading.lines()).extracting(line -> line.faults().stream().map(ReadingOfList.Fault::code).toList())
                .containsExactly(
                        List.of("register.list-value-missing", "japanese.day-no-such-day", "register.list-not-a-period",
                                "register.list-not-a-number", "japanese.corporate-number-length", "japanese.not-kana"),
                        List.of("register.list-day-before-scheme"),
                        List.of("register.list-period-reversed", "register.list-valid-before-registered"),
                        List.of(),
                        List.of("register.list-number-twice"),
                        List.of("register.list-service-twice"));
        assertThat(reading.lines().get(0).faults().get(1).value()).isEqualTo("2021-02-30");
    }

    @Test
    void aFileWithoutItsHeadingsOrWithoutRowsIsRefusedWhole() {
        assertThat(refusal(Format.CSV, csv("a,b\n1,2\n"))).isEqualTo("register.list-no-heading");
        assertThat(refusal(Format.CSV, csv("サービス名,申請者,登録日\n"))).isEqualTo("register.list-no-rows");
        assertThat(refusal(Format.CSV, csv("サービス名,申請者,登録日,登録日\n一,A,2021-03-12,2021-03-13\n")))
                .isEqualTo("register.list-heading-twice");
        assertThat(refusal(Format.TEXT, lines("何でもない文\n"))).isEqualTo("register.list-no-heading");
    }

    private static String said(ListedRow row) {
        ServiceFacts facts = row.facts();
        LocalDate day = row.registeredOn();
        return day + " " + (facts.number() == null ? "-" : facts.number().value()) + " " + facts.name() + " | " + facts.provider();
    }

    private static String saidWithoutNumber(ListedRow row) {
        return row.registeredOn() + " " + row.facts().name() + " | " + row.facts().provider();
    }

    private static ReadingOfList read(Format format, String text) {
        return ((Result.Read) PublishedListReader.read(RegisterName.ISMAP, format, List.of(lines(text)), Set.of())).reading();
    }

    private static ReadingOfList table(String text) {
        return ((Result.Read) PublishedListReader.read(RegisterName.ISMAP, Format.CSV, List.of(csv(text)), Set.of())).reading();
    }

    private static String refusal(Format format, Sheet sheet) {
        return ((Result.Refused) PublishedListReader.read(RegisterName.ISMAP, format, List.of(sheet), Set.of())).why().code();
    }

    private static Sheet lines(String text) {
        var rows = new ArrayList<Row>();
        text.lines().forEach(line -> rows.add(new Row(rows.size() + 1, List.of(line))));
        return new Sheet("", false, rows);
    }

    private static Sheet csv(String text) {
        try (var parser = org.apache.commons.csv.CSVParser.parse(text, org.apache.commons.csv.CSVFormat.RFC4180)) {
            var rows = new ArrayList<Row>();
            parser.forEach(record -> rows.add(new Row(rows.size() + 1, List.of(record.values()))));
            return new Sheet("", false, rows);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
