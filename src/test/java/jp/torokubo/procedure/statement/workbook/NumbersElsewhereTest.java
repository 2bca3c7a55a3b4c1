// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import static jp.torokubo.procedure.statement.workbook.Prepared.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like the numbers of the controls, and is not. */
class NumbersElsewhereTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "番号|参照（JIS）|採否|個別管理策\n管9.1.1.2|9.1.1|選択|例：一\n管9.1.1.4|9.2.1|選択|例：二\n",
        "番号|参照|採否|個別管理策\nISMAP-9.1.1.2|9.1.1|選択|例：一\n9.2.1.2|9.2.1|選択|例：二\nISMAP-9.2.2.1|9.2.2|選択|例：三\n",
        "管理策番号|管理策名|採否|個別管理策\nISMAP-9.1.1.2|9.1.1 実施の手引 第2段落|選択|例：一\nISMAP-9.2.1.2|9.2.1 実施の手引 b)|選択|例：二\n",
        "番号|採否|個別管理策|証跡番号\n管理策その1|選択|例：一|9.1.1.1\n管理策その2|選択|例：二|9.2.1.1\n",
        "旧番号|採否|個別管理策\n9.1.1.1|選択|例：一\n9.2.1.1|選択|例：二\n",
        "前提となる管理策|採否|個別管理策\n9.1.1.1|選択|例：一\n9.2.1.1|選択|例：二\n",
        "規程版数|採否|個別管理策\n9.1.1|選択|例：一\n9.2.1|選択|例：二\n"})
    void areAskedAboutAndNotTaken(String table) {
        var reading = read(table);

        assertThat(reading.rows()).isEmpty();
        assertThat(reading.problems()).extracting(Problem::code).containsAnyOf("statement.book-numbers-undecided", "statement.book-numbers-elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"章節|項|詳細", "章節|管理策|細目", "管理目的|管理策|詳細", "節|項|細", "節|項|号", "節|項|枝"})
    void theLastNumberOfThreeIsNotLeftOut(String headings) {
        var reading = read(headings + "|採否|個別管理策\n9.1|1|1|選択|例：一\n9.2|1|2|選択|例：二\n");

        assertThat(reading.rows()).extracting(Row::control).isIn(List.of("9.1.1.1", "9.2.1.2"), List.of());
        assertThat(reading.rows().isEmpty()).isEqualTo(!reading.problems().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.1.1.*", "5.1.1全て", "5.1.1.11他", "5.1.1 以下", "5.1.1 すべて"})
    void severalInOneAreNotOne(String number) {
        var reading = read("番号|採否|個別管理策\n" + number + "|選択|例：一\n9.2.1.2|選択|例：二\n");

        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.2.1.2");
        assertThat(reading.problems()).hasSize(1);
    }
}
