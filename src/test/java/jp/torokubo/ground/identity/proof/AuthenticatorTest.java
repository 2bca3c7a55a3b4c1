// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorTest {

    private static final String SECRET = Base32.write("12345678901234567890".getBytes(US_ASCII));

    /** The published values of RFC 6238, appendix B, cut to six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"
    })
    void codesAreThePublishedOnes(long second, String code) {
        assertThat(at(second).code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void aCodeOfTheStepBeforeOrAfterIsAcceptedAndNoOther() {
        var code = at(0).code(SECRET, Instant.ofEpochSecond(1_000_000_020));
        var step = 1_000_000_020 / 30;

        for (var off = -3; off <= 3; off++) {
            var found = at(1_000_000_020 + 30L * off).stepOf(SECRET, code);

            assertThat(found.isPresent()).as("off by %d", off).isEqualTo(Math.abs(off) <= 1);
            found.ifPresent(one -> assertThat(one).isEqualTo(step));
        }
    }

    @Test
    void fullWidthDigitsAndSpacesMeanTheSame() {
        assertThat(at(59).stepOf(SECRET, "２８７ ０８２")).isPresent();
        assertThat(at(59).stepOf(SECRET, "")).isEmpty();
        assertThat(at(59).stepOf(SECRET, "287083")).isEmpty();
    }

    @RepeatedTest(200)
    void whatIsWrittenInBase32IsReadBackTheSame(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);

        assertThat(Base32.read(Base32.write(bytes))).isEqualTo(bytes);
    }

    private static Authenticator at(long second) {
        return new Authenticator(InstantSource.fixed(Instant.ofEpochSecond(second)));
    }
}
