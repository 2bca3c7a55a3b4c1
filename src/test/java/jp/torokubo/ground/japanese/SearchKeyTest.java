// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import jp.torokubo.Everywhere;
import org.junit.jupiter.api.Test;

class SearchKeyTest {

    @Everywhere
    void spellingsAReaderWouldCallTheSameHaveOneKey() {
        assertSame("富士通", "富⼠通", "富士通株式会社", "㈱富士通", "（株）富士通", "㍿ 富士通", "冨士通", "株式會社富士通");
        assertSame("ＮＥＣ", "nec", "N E C", "ＮＥＣ㈱");
        assertSame("INFINI", "infini", "Infini, Inc.", "ＩＮＦＩＮＩ Co., Ltd.");
        assertSame("サーバー", "サーバ", "ｻｰﾊﾞｰ", "さーばー", "サ‐バ−", "サ〜バ～");
        assertSame("髙﨑", "高崎", "高嵜");
        assertSame("黃黑", "黄黒");
        assertSame("渡邉", "渡辺", "渡邊");
        assertSame("葛\uDB40\uDD00城", "葛城");
        assertSame("エヌ・ティ・ティ・データ", "エヌティティデータ", "ｴﾇ･ﾃｨ･ﾃｨ･ﾃﾞｰﾀ", "エヌ・ティ・ティ・デ-タ");
        assertSame("吉野", "𠮷野");
        assertSame("が", "か\u3099", "ガ", "ｶﾞ");
    }

    @Test
    void theNameOfALegalFormInsideAWordStays() {
        assertThat(SearchKey.of("Lincoln")).isEqualTo("lincoln");
        assertThat(SearchKey.of("Incident Manager")).isEqualTo("incidentmanager");
        assertThat(SearchKey.of("Google LLC")).isEqualTo("google");
        assertThat(SearchKey.of("ソニーInc.")).isEqualTo("ソニ");
    }

    @Test
    void aNameThatIsNothingButALegalFormKeepsIt() {
        assertThat(SearchKey.of("株式会社")).isEqualTo("株式会社");
        assertThat(SearchKey.of("Inc.")).isEqualTo("inc");
        assertThat(SearchKey.of(" ・ー ")).isEmpty();
    }

    @Test
    void differentNamesKeepDifferentKeys() {
        assertThat(SearchKey.of("日立")).isNotEqualTo(SearchKey.of("日立製"));
        assertThat(SearchKey.of("C++")).isNotEqualTo(SearchKey.of("C"));
    }

    @Test
    void digitsAreDigitsInAnyWidth() {
        assertThat(Digits.of("〒１００-８９２６ ②")).isEqualTo("10089262");
        assertThat(Digits.of("なし")).isEmpty();
    }

    @Test
    void readingsAreTakenAsKatakana() {
        assertThat(Kana.read("ふじつう")).isEqualTo(new Kana.Reading.Read(new Kana("フジツウ")));
        assertThat(Kana.read("ｻ-ﾊﾞｰ　ゔ")).isEqualTo(new Kana.Reading.Read(new Kana("サーバー ヴ")));
        assertThat(Kana.read("富士")).isEqualTo(new Kana.Reading.Refused(new Unreadable.NotKana("富士", "富")));
    }

    private static void assertSame(String first, String... others) {
        assertThat(others).allSatisfy(other -> assertThat(SearchKey.of(other)).isEqualTo(SearchKey.of(first)));
        assertThat(SearchKey.of(first)).isNotEmpty();
    }
}
