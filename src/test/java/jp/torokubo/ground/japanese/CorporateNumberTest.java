// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import jp.torokubo.Everywhere;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CorporateNumberTest {

    @Everywhere
    void wellFormedNumbersAreRead() {
        for (var number : new String[] {"7123456789012", "4011001098993", "2120901007402", "5010005007126", "8000012010038"}) {
            assertThat(CorporateNumber.read(number)).isEqualTo(new CorporateNumber.Reading.Read(new CorporateNumber(number)));
        }
    }

    @Test
    void widthSpacesAndHyphensDoNotMatter() {
        for (var written : new String[] {"７１２３４５６７８９０１２", "7-1234-5678-9012", " 7 1234\u30005678 9012", "７－１２３４－５６７８－９０１２"}) {
            assertThat(CorporateNumber.read(written)).isEqualTo(new CorporateNumber.Reading.Read(new CorporateNumber("7123456789012")));
        }
    }

    @Test
    void aWrongCheckDigitIsNamed() {
        assertThat(CorporateNumber.read("8000013040006"))
                .isEqualTo(new CorporateNumber.Reading.Refused(new Unreadable.WrongCheckDigit("8000013040006", 8, 3)));
        assertThatThrownBy(() -> new CorporateNumber("8000013040006")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anythingButThirteenDigitsIsRefused() {
        for (var written : new String[] {"", "712345678901", "71234567890123", "A123456789012", "7123456789012円", "0123456789012"}) {
            assertThat(CorporateNumber.read(written)).as(written).isInstanceOf(CorporateNumber.Reading.Refused.class);
        }
    }

    /** What the check is worth: one wrong digit is noticed unless it is a 0 for a 9 or the other way round. */
    @RepeatedTest(200)
    void oneWrongDigitIsNoticedUnlessItIsZeroForNine(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var base = String.valueOf(100_000_000_000L + random.nextLong(900_000_000_000L));
        var number = CorporateNumber.checkDigit(base) + base;
        int place = 1 + random.nextInt(12);
        int before = number.charAt(place) - '0';
        int after = (before + 1 + random.nextInt(9)) % 10;
        var wrong = number.substring(0, place) + after + number.substring(place + 1);

        assertThat(CorporateNumber.read(wrong) instanceof CorporateNumber.Reading.Read).isEqualTo(before % 9 == after % 9);
    }
}
