// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextPropertiesTest {

    @Property(tries = 3000)
    void cleaningTwiceIsCleaningOnce(@ForAll("texts") String text) {
        var once = CleanText.clean(text);

        assertThat(CleanText.of(once)).isEqualTo(new CleanText(once, java.util.List.of()));
    }

    /** The log is complete: putting the old characters back where it says gives the text as it came. */
    @Property(tries = 3000)
    void theLogLeadsBackToTheTextAsItCame(@ForAll("texts") String text) {
        var cleaned = CleanText.of(text);
        var came = new StringBuilder();
        var rest = cleaned.text();
        int offset = 0;
        for (var change : cleaned.changes()) {
            int untouched = rest.offsetByCodePoints(0, change.offset() - offset);
            came.append(rest, 0, untouched).append(change.from());
            rest = rest.substring(untouched + change.to().length());
            offset = change.offset() + change.from().codePointCount(0, change.from().length());
        }

        assertThat(came.append(rest).toString()).isEqualTo(text);
    }

    @Property(tries = 3000)
    void theKeyOfATextIsTheKeyOfTheCleanedTextAndOfItself(@ForAll("texts") String text) {
        var key = SearchKey.of(text);

        assertThat(SearchKey.of(CleanText.clean(text))).isEqualTo(key);
        assertThat(SearchKey.of(key)).isEqualTo(key);
    }

    @Property
    void everyKeyHasNoSpaceAndNoHiragana(@ForAll("texts") String text) {
        assertThat(SearchKey.of(text)).doesNotContainPattern("[\\s\\u3000ぁ-ゖー〜\\p{P}]");
    }

    @Property
    void whateverIsReadAsKanaIsReadTheSameAgain(@ForAll("texts") String text) {
        if (Kana.read(text) instanceof Kana.Reading.Read read) {
            assertThat(Kana.read(read.kana().value())).isEqualTo(read);
        }
    }

    @Property
    void noTextAtAllBreaksTheReadingOfDaysAndNumbers(@ForAll("texts") String text) {
        assertThat(CivilDay.read(text)).isNotNull();
        assertThat(CivilMonth.read(text)).isNotNull();
        assertThat(CorporateNumber.read(text)).isNotNull();
    }

    @Provide
    Arbitrary<String> texts() {
        var awkward = Arbitraries.of(
                "⽤", "⻑", "⻳", "\uF06C", "\uE000", "\r", "\n", "\r\n", " ", "\u3000", "\t", "\u00A0", "\u200B", "\u202E", "\uFEFF",
                "株式会社", "㈱", "㍿", "(有)", "Inc.", "inc", "CO.,LTD.", " LLC", "ー", "－", "‐", "〜", "～", "・", "髙", "﨑", "𠮷", "\uFA19",
                "ｶﾞ", "か\u3099", "ひらがな", "İ", "ẞ", "Σ", "①", "令和", "㋿", "平成", "年", "月", "日", "元", "十", "8", "１", ".", "/", "\uD842",
                "葛\uDB40\uDD00", "™", "（金）");
        var any = Arbitraries.strings().ofMinLength(1).ofMaxLength(3);
        return Arbitraries.oneOf(awkward, any).list().ofMaxSize(12).map(parts -> parts.stream().collect(Collectors.joining()));
    }
}
