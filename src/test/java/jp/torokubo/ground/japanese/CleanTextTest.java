// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import jp.torokubo.Everywhere;
import jp.torokubo.ground.japanese.CleanText.Change;
import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Everywhere
    void radicalsBecomeTheIdeographsTheyLookLike() {
        assertThat(CleanText.clean("制度利⽤の在り⽅")).isEqualTo("制度利用の在り方");
        assertThat(CleanText.clean("2021年３⽉12⽇")).isEqualTo("2021年３月12日");
        assertThat(CleanText.clean("富⼠通")).isEqualTo("富士通");
        assertThat(CleanText.clean("⻑ ⺠ ⺟ ⻄ ⿕")).isEqualTo("長 民 母 西 龠");
    }

    @Test
    void theLogSaysWhereAndWhatAndWhy() {
        var cleaned = CleanText.of("  𠮷⽤\r\n\uF06C 項目\uF06C\u200B\u00A0x \u3000");

        assertThat(cleaned.text()).isEqualTo("𠮷用\n・ 項目〓 x");
        assertThat(cleaned.changes()).containsExactly(
                new Change(0, "  ", "", "trim"),
                new Change(3, "⽤", "用", "radical"),
                new Change(4, "\r\n", "\n", "line-end"),
                new Change(6, "\uF06C", "・", "private-use"),
                new Change(10, "\uF06C", "〓", "private-use"),
                new Change(11, "\u200B", "", "invisible"),
                new Change(12, "\u00A0", " ", "space"),
                new Change(14, " \u3000", "", "trim"));
        assertThat(cleaned.changes()).filteredOn(Change::uncertain).extracting(Change::offset).containsExactly(10);
    }

    @Test
    void aNoBreakSpaceAtTheEndIsTrimmedAndLoggedOnce() {
        assertThat(CleanText.of("a\u00A0").changes()).containsExactly(new Change(1, "\u00A0", "", "trim"));
    }

    @Test
    void theTurtleIsReadOurWayAndFlagged() {
        var cleaned = CleanText.of("⻳⻲");

        assertThat(cleaned.text()).isEqualTo("亀亀");
        assertThat(cleaned.changes()).extracting(Change::uncertain).containsExactly(true, false);
    }

    @Test
    void whatPeopleMeanIsLeftAlone() {
        for (var meant : new String[] {
            "２-ⅱ", "類型①-ⅰ", "㈱日立", "㍿", "（２）～〜", "\uFA19社", "髙﨑𠮷", "ｶﾞ", "か\u3099", "葛\uDB40\uDD00", "a\tb\nc", "ＮＥＣ"
        }) {
            assertThat(CleanText.of(meant)).isEqualTo(new CleanText(meant, java.util.List.of()));
        }
    }

    @Test
    void evenNfcWouldChangeANameAndSoItIsNotUsed() {
        assertThat(Normalizer.normalize("\uFA19", Normalizer.Form.NFC)).isEqualTo("神").isNotEqualTo("\uFA19");
        assertThat(CleanText.clean("\uFA19")).isEqualTo("\uFA19");
    }

    @Test
    void invisibleAndControlCharactersGoButVariationSelectorsStay() {
        assertThat(CleanText.clean("\uFEFFa\u200B\u200C\u200D\u2060\u00AD\u202A\u202E\u2066\u2069\u0000\u0007\u007F\u0085\u009Fb")).isEqualTo("ab");
        assertThat(CleanText.clean("葛\uDB40\uDD01\uFE00")).isEqualTo("葛\uDB40\uDD01\uFE00");
    }

    @Test
    void everyKindOfLineEndIsOneLineFeed() {
        assertThat(CleanText.clean("a\r\nb\rc\nd\r\r\ne")).isEqualTo("a\nb\nc\nd\n\ne");
    }

    @Test
    void aBulletIsTheFirstOfItsLineAfterSpacesOnly() {
        assertThat(CleanText.clean("\uFEFF\u3000 \uF06C一\n\t\uF06C\uF0A7二\r\uE000三")).isEqualTo("・一\n\t・〓二\n・三");
    }

    @Test
    void aBrokenSurrogateCanBeStoredAfterCleaning() {
        assertThat(CleanText.clean("a\uD842b\uDFB7")).isEqualTo("a〓b〓");
    }

    @Test
    void theWholeSupplementIsCovered() {
        for (int point = 0x2E80; point <= 0x2EF3; point++) {
            var stays = point == 0x2E80 || point == 0x2E9A;
            var cleaned = CleanText.clean(Character.toString(point));

            assertThat(cleaned.codePointAt(0) == point).as("U+%04X", point).isEqualTo(stays);
            assertThat(Character.UnicodeBlock.of(cleaned.codePointAt(0)).toString()).as("U+%04X", point)
                    .startsWith(stays ? "CJK_RADICALS" : "CJK_UNIFIED");
        }
        for (int point = 0x2F00; point <= 0x2FD5; point++) {
            assertThat(CleanText.clean(Character.toString(point)))
                    .isEqualTo(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC))
                    .isNotEqualTo(Character.toString(point));
        }
    }
}
