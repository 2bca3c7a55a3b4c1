// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import static jp.torokubo.procedure.statement.workbook.Prepared.read;
import static org.assertj.core.api.Assertions.assertThat;

import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.ColumnUse;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Fate;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Row;
import jp.torokubo.record.criteria.importing.Book;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between the headings and the first answer stands what a person passes over. */
class FarHeadingsTest {

    private static final String HEADINGS = "番号|採否|個別管理策|理由\n";
    private static final String ROWS = "9.1.1.3|選択|例：鍵を分ける|\n9.2.1.2|選択しない||例：持ち主はいない\n";

    @ParameterizedTest
    @ValueSource(strings = {
        HEADINGS + "|||\n",
        HEADINGS + "\n\n",
        HEADINGS + "※ 記入は部門長の承認を得てから|||\n",
        HEADINGS + "|※ 記入は部門長の承認を得てから||\n※ 二行目の注|||\n",
        "9.1.1 アクセス制御方針|||\n" + HEADINGS,
        "9.1.1.1|||\n" + HEADINGS,
        "5.1 情報セキュリティのための経営陣の方向性|||\n\n" + HEADINGS,
        "||回答|\n" + HEADINGS + "|||\n",
        HEADINGS + "||日本語|日本語\n\n",
        HEADINGS + "9.1 アクセス制御に対する業務上の要求事項|||\n\n"})
    void theHeadingsAreFoundByTheirWords(String above) {
        var reading = read(above + ROWS);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.1.1.3", "9.2.1.2");
        assertThat(reading.rows()).extracting(Row::choice).containsExactly(Choice.ADOPTED, Choice.LEFT_OUT);
        assertThat(reading.rows().get(1).reasonJa()).isEqualTo("例：持ち主はいない");
    }

    @Test
    void sectionsThatEachHaveATitleAndHeadingsOfTheirOwnAreReadOneAfterAnother() {
        var reading = read("9.1.1 アクセス制御方針|||\n" + HEADINGS + "9.1.1.3|選択|例：鍵を分ける|\n\n9.2.1 利用者登録|||\n" + HEADINGS
                + "9.2.1.2|選択しない||例：持ち主はいない\n");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.1.1.3", "9.2.1.2");
    }

    @Test
    void aSheetWithNumbersAndColumnsNobodyUnderstandsIsAskedAboutAndAListOfTheCriteriaIsNot() {
        var reading = read(Book.of().sheet("部門別", "番号|情報シス部|総務部\n9.1.1.3|○|\n9.2.1.2||○\n")
                .sheet("管理基準", "番号|管理策\n9.1.1.3|規則を定めること\n9.2.1.2|登録すること\n").sheets);

        assertThat(reading.sheets().get(0).fate()).isEqualTo(Fate.NO_ANSWERS);
        assertThat(reading.sheets().get(0).doubtful()).extracting(ColumnUse::column).containsExactly("B", "C");
        assertThat(reading.sheets().get(1).doubtful()).isEmpty();
    }
}
