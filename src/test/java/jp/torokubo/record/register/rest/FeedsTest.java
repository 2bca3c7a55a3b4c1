// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import static jp.torokubo.record.register.Given.FIRST_BATCH;
import static jp.torokubo.record.register.Given.completeUntil;
import static jp.torokubo.record.register.Given.entered;
import static jp.torokubo.record.register.Given.facts;
import static jp.torokubo.record.register.Given.granted;
import static jp.torokubo.record.register.Given.service;
import static jp.torokubo.record.register.Given.validUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterEvent.Corrected;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@TorokuboTest
@FreshDatabase
class FeedsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Autowired RecordEvents recordEvents;
    @Autowired SettableClock clock;
    @Autowired MockMvc mvc;

    @Test
    void theFeedTellsWhatHasHappenedAndNotWhatWill() throws Exception {
        entered(recordEvents, granted(1, FIRST_BATCH, facts("C21-0001-2", "一クラウド", "甲")),
                new RegisterEvent.Suspended(service(1), TODAY.plusDays(1), "調査"));

        assertThat(feed("").getEntries()).extracting(SyndEntry::getTitle).containsExactly("登録：一クラウド（2021-03-12付け）");
        assertThat(feed("?lang=en").getEntries().get(0).getTitle()).isEqualTo("Registered: 一クラウド (as of 2021-03-12)");

        clock.advance(Duration.ofDays(1));

        assertThat(feed("").getEntries()).hasSize(2);
    }

    @Test
    void anEntryKeepsItsIdAndIsUpdatedByItsCorrection() throws Exception {
        entered(recordEvents, granted(1, FIRST_BATCH, facts("C21-0001-2", "一クラウド", "甲")));
        var before = feed("").getEntries().get(0);

        clock.advance(Duration.ofDays(2));
        entered(recordEvents, new Corrected(0, new RegisterEvent.Granted(service(1), FIRST_BATCH, facts("C21-0001-2", "新しい名", "甲")), "誤り"));

        var entries = feed("").getEntries();
        var after = entries.get(1);
        assertThat(entries.get(0).getTitle()).startsWith("訂正");
        assertThat(after.getUri()).isEqualTo(before.getUri()).startsWith("urn:uuid:");
        assertThat(after.getUpdatedDate()).isAfter(before.getUpdatedDate());
        assertThat(after.getPublishedDate()).isEqualTo(before.getPublishedDate());
        assertThat(after.getDescription().getValue()).contains("1番の記録で訂正");
    }

    @Test
    void aFeedNamesTheAddressItIsReadAt() throws Exception {
        assertThat(text("/feeds/register.atom")).contains("rel=\"self\" href=\"/feeds/register.atom\"");
        assertThat(text("/feeds/register.atom?lang=en")).contains("rel=\"self\" href=\"/feeds/register.atom?lang=en\"");
        assertThat(text("/feeds/register.atom?register=liu&lang=en"))
                .contains("href=\"/feeds/register.atom?register=liu&amp;lang=en\"");
    }

    @Test
    void withoutDaysToComeTheCalendarIsValidAndEmpty() throws Exception {
        entered(recordEvents, completeUntil(LocalDate.of(2021, 9, 13)), granted(1, FIRST_BATCH, facts("C21-0001-2", "一クラウド", "甲")));

        var calendar = calendar("");

        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(calendar.getComponents(Component.VEVENT)).isEmpty();
    }

    @Test
    void theLastValidDayIsAnAllDayEventWithAlarms() throws Exception {
        entered(recordEvents, granted(1, FIRST_BATCH, validUntil(facts("C21-0001-2", "一クラウド", "甲"), TODAY.plusYears(1))));

        var text = text("/calendar/days.ics");
        assertThat(text).contains("DTSTART;VALUE=DATE:20271121").contains("UID:" + service(1).value() + "-last-valid-day@torokubo");
        assertThat(text.replace("\r\n ", "")).contains("TRIGGER:-P180D").contains("TRIGGER:-P90D").contains("TRIGGER:-P30D");
        assertThat(calendar("").validate().hasErrors()).isFalse();
    }

    @Test
    void aCorrectedDayMovesTheSameEvent() throws Exception {
        entered(recordEvents, granted(1, FIRST_BATCH, validUntil(facts("C21-0001-2", "一クラウド", "甲"), TODAY.plusYears(1))));
        var before = events("").get(0);

        entered(recordEvents, new Corrected(
                0, new RegisterEvent.Granted(service(1), FIRST_BATCH, validUntil(facts("C21-0001-2", "一クラウド", "甲"), TODAY.plusYears(2))), "誤り"));

        var after = events("").get(0);
        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getSequence().getSequenceNo()).isGreaterThan(before.getSequence().getSequenceNo());
        assertThat(after.getDateTimeStart().getDate()).isEqualTo(TODAY.plusYears(2));
    }

    @Test
    void theCalendarHoldsTheChosenServicesOnly() throws Exception {
        for (var number = 1; number <= 3; number++) {
            entered(recordEvents, granted(
                    number, FIRST_BATCH, validUntil(facts("C21-000" + number + "-2", "名" + number, "甲"), TODAY.plusDays(number))));
        }

        assertThat(events("")).hasSize(3);
        assertThat(events("?ids=C21-0001-2," + service(3).value())).hasSize(2);
        assertThat(events("?ids=C99-9999-2")).isEmpty();
    }

    private SyndFeed feed(String query) throws Exception {
        return new SyndFeedInput().build(new StringReader(text("/feeds/register.atom" + query)));
    }

    private Calendar calendar(String query) throws Exception {
        return new CalendarBuilder().build(new StringReader(text("/calendar/days.ics" + query)));
    }

    private List<VEvent> events(String query) throws Exception {
        return calendar(query).getComponents(Component.VEVENT);
    }

    private String text(String address) throws Exception {
        var answer = mvc.perform(get(address)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
