// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ComingDay;
import jp.torokubo.record.register.RegisterReading.Standing;
import jp.torokubo.record.register.RegisterWords;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The days to come, in one calendar to subscribe to: last valid days of registrations.
 *
 * <p>A service has one event with one id for ever. When its day is corrected or renewed, the event moves and its sequence number grows, so that
 * no calendar keeps a day that is no longer true.
 */
@RestController
@Admits(Caller.ANYONE)
@Tag(name = "feeds")
class DaysCalendar {

    private static final List<Integer> ALARMS_DAYS_BEFORE = List.of(180, 90, 30);
    private static final Instant NOTHING_YET = Instant.parse("2020-01-01T00:00:00Z");

    private final RegisterReading reading;
    private final Today today;

    DaysCalendar(RegisterReading reading, Today today) {
        this.reading = reading;
        this.today = today;
    }

    @GetMapping(path = "/calendar/days.ics", produces = "text/calendar")
    @Operation(summary = "これからの有効期限（iCalendar） / Last valid days to come, as iCalendar",
            description = "分かっている最後の有効日だけを載せます。Holds those last valid days that are known.")
    @Parameter(name = "ids", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "C21-0004-2,C21-0014-2",
            description = "登録番号またはID（コンマ区切り）。無ければすべて。Registration numbers or ids, with commas between; all if not given.")
    @Parameter(name = "register", in = ParameterIn.QUERY, description = "登録簿。The register.",
            schema = @Schema(type = "string", allowableValues = {"ismap", "liu", "audit-bodies"}, defaultValue = "ismap"))
    @Parameter(name = "lang", in = ParameterIn.QUERY, description = "言葉。Language.",
            schema = @Schema(type = "string", allowableValues = {"ja", "en"}, defaultValue = "ja"))
    void days(@Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var parameters = Parameters.of(request, "ids", "register", "lang");
        var language = "en".equals(parameters.text("lang")) ? Locale.ENGLISH : Locale.JAPANESE;
        var register = parameters.register();
        var chosen = parameters.text("ids") == null ? null : new HashSet<>(parameters.texts("ids"));
        var standing = reading.standing(register, null);
        var calendar = empty(language);
        reading.comingDays(register, today.get()).stream()
                .filter(day -> isChosen(day, chosen))
                .forEach(day -> calendar.add(event(day, standing, language)));
        response.setContentType("text/calendar");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var text = new StringWriter();
        new CalendarOutputter().output(calendar, text);
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isChosen(ComingDay day, @Nullable Set<String> chosen) {
        var number = day.service().number();
        return chosen == null
                || chosen.contains(day.service().id().value().toString())
                || number != null && chosen.contains(number.value());
    }

    /** A calendar must have a component; the time zone is one, and so a calendar without a day to come is a valid one. */
    private static Calendar empty(Locale language) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Torokubo//register//" + language.getLanguage().toUpperCase(Locale.ROOT)));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", RegisterWords.of(language, "calendar.name")));
        calendar.add(tokyo());
        return calendar;
    }

    private static VTimeZone tokyo() {
        var standard = new Standard(new PropertyList(List.of(
                new DtStart<>(java.time.LocalDateTime.of(1970, 1, 1, 0, 0)),
                new TzOffsetFrom(java.time.ZoneOffset.ofHours(9)),
                new TzOffsetTo(java.time.ZoneOffset.ofHours(9)))));
        var zone = new VTimeZone(new PropertyList(List.of(new TzId("Asia/Tokyo"))));
        zone.add(standard);
        return zone;
    }

    private static VEvent event(ComingDay day, Standing standing, Locale language) {
        var service = day.service();
        var summary = RegisterWords.of(language, "calendar.last-valid-day", service.name());
        var event = new VEvent(false);
        event.add(new Uid(service.id().value() + "-last-valid-day@torokubo"));
        event.add(new DtStamp(standing.knownAt() == null ? NOTHING_YET : standing.knownAt()));
        event.add(new DtStart<>(service.validUntil()));
        event.add(new Sequence(day.revision()));
        event.add(new Summary(summary));
        event.add(new Description(description(day, standing, language)));
        event.add(new Transp("TRANSPARENT"));
        ALARMS_DAYS_BEFORE.forEach(days -> event.add(alarm(days, summary)));
        return event;
    }

    private static String description(ComingDay day, Standing standing, Locale language) {
        var how = RegisterWords.of(language, day.published() ? "calendar.published" : "calendar.computed");
        return standing.completeUntil() == null
                ? how
                : how + "\n" + RegisterWords.of(language, "calendar.complete-until", standing.completeUntil());
    }

    private static VAlarm alarm(int daysBefore, String words) {
        var alarm = new VAlarm(Period.ofDays(-daysBefore));
        alarm.add(new Action("DISPLAY"));
        alarm.add(new Description(words));
        return alarm;
    }
}
