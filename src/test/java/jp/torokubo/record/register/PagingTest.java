// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static jp.torokubo.record.register.Given.FIRST_BATCH;
import static jp.torokubo.record.register.Given.entered;
import static jp.torokubo.record.register.Given.facts;
import static jp.torokubo.record.register.Given.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RegisterReading.ListQuestion;
import jp.torokubo.record.register.RegisterReading.ListedService;
import jp.torokubo.record.register.RegisterReading.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TorokuboTest
class PagingTest {

    private static final LocalDate DAY = LocalDate.of(2021, 9, 13);

    @Autowired RecordEvents recordEvents;
    @Autowired RegisterReading reading;

    /** The seed is the repetition number. The register grows between any two pages. */
    @RepeatedTest(30)
    void thePagesTogetherAreTheListAsItWasAtTheFirst(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var next = repetition.getCurrentRepetition() * 1_000;
        for (var service = 0; service < 5; service++) {
            enter(next++, random);
        }
        var order = Order.values()[random.nextInt(5)];
        var descending = random.nextBoolean();
        var limit = 1 + random.nextInt(9);
        var whole = reading.list(asked(order, descending, 0, null));

        var read = new ArrayList<ListedService>();
        String cursor = null;
        do {
            var page = reading.list(asked(order, descending, limit, cursor));
            read.addAll(page.services());
            assertThat(page.total()).isEqualTo(whole.total());
            assertThat(page.registerIndex()).isEqualTo(whole.registerIndex());
            cursor = page.nextCursor();
            if (random.nextInt(3) == 0) {
                enter(next++, random);
            }
        } while (cursor != null);

        assertThat(read).isEqualTo(whole.services());
    }

    @Test
    void aCursorThatWasTouchedIsRefused() {
        for (var service = 0; service < 5; service++) {
            enter(900_000 + service, new Random(service));
        }
        var cursor = reading.list(asked(Order.NUMBER, false, 2, null)).nextCursor();

        for (var at = 0; at < cursor.length(); at++) {
            var other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            var touched = cursor.substring(0, at) + other + cursor.substring(at + 1);
            assertRefused(asked(Order.NUMBER, false, 2, touched));
        }
        assertRefused(asked(Order.NUMBER, false, 2, ""));
        assertRefused(asked(Order.NUMBER, false, 2, "あ"));
        assertRefused(asked(Order.NUMBER, false, 2, cursor + "A"));
        assertRefused(asked(Order.NAME, false, 2, cursor));
        assertRefused(asked(Order.NUMBER, true, 2, cursor));
        assertThat(reading.list(asked(Order.NUMBER, false, 2, cursor)).services()).isNotEmpty();
    }

    /** The checksum is no secret: what it cannot keep out must do no harm. */
    @Test
    void aCursorSomebodyMadeHimselfNeverReachesTheDatabaseWithWhatNoPageEndsWith() throws Exception {
        enter(950_000, new Random(1));

        assertRefused(asked(Order.NUMBER, false, 2, made(1, DAY.toEpochDay(), "a\0b")));
        assertRefused(asked(Order.NUMBER, false, 2, made(-1, DAY.toEpochDay(), "a")));
        for (var day : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}) {
            var cursor = made(1, day, "a");
            assertThatThrownBy(() -> reading.dayOf(cursor)).isInstanceOf(Refused.class);
        }
    }

    private static String made(long index, long day, String key) throws Exception {
        var content = ByteBuffer.allocate(33 + key.length()).put((byte) 1).putLong(index).putLong(day).putLong(0).putLong(0)
                .put(key.getBytes(StandardCharsets.UTF_8)).array();
        var sum = MessageDigest.getInstance("SHA-256");
        sum.update("ismap\nnull\n\n\nnull\nnull\nNUMBER\nfalse\n".getBytes(StandardCharsets.UTF_8));
        var check = sum.digest(content);
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(8 + content.length).put(check, 0, 8).put(content).array());
    }

    private void assertRefused(ListQuestion question) {
        assertThatThrownBy(() -> reading.list(question)).as(question.cursor()).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.why()).isEqualTo(new RegisterRefusal.CursorMalformed()));
    }

    /** Few names and many without a number, so that keys are equal. */
    private void enter(int service, Random random) {
        var number = random.nextBoolean() ? null : "N-%06d".formatted(service);
        entered(recordEvents, granted(
                service, FIRST_BATCH.plusDays(random.nextInt(3)),
                Given.validUntil(facts(number, "名" + random.nextInt(4), "社" + random.nextInt(3)), DAY.plusDays(random.nextInt(3)))));
    }

    private static ListQuestion asked(Order order, boolean descending, int limit, @org.jspecify.annotations.Nullable String cursor) {
        return new ListQuestion(RegisterName.ISMAP, DAY, null, "", Set.of(), null, null, order, descending, limit, cursor);
    }
}
