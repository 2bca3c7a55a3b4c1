// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.identity.store.TrailLines;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The trail, newest first, by person, deed, subject and day. */
@Controller
@Admits(Caller.OPERATOR)
class TrailPages {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int LINES = 50;

    /** A deed and its words. */
    record Deed(String code, String words) {}

    /** A line and the words of its deed. */
    record Shown(TrailLines.Line line, String deed) {}

    private final TrailLines lines;
    private final People people;
    private final MessageSource messages;

    TrailPages(TrailLines lines, People people, MessageSource messages) {
        this.lines = lines;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping("/operator/trail")
    @KnownParameters({"person", "deed", "subject", "day", "after"})
    String trail(
            @RequestParam(required = false) @Nullable UUID person, @RequestParam(defaultValue = "") String deed,
            @RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String after, Model model, Locale locale) {
        var only = day.isBlank() ? null : day(day);
        var asked = new TrailLines.Asked(
                person == null ? null : new PersonId(person),
                deed.isBlank() ? null : deed,
                subject.isBlank() ? null : subject.strip(),
                only == null ? null : only.atStartOfDay(TOKYO).toInstant(),
                only == null ? null : only.plusDays(1).atStartOfDay(TOKYO).toInstant());
        var read = lines.read(asked, after.isBlank() ? null : position(after), LINES + 1);
        var page = read.size() > LINES ? read.subList(0, LINES) : read;

        model.addAttribute("lines", page.stream().map(line -> new Shown(line, words(line.deed(), locale))).toList());
        var here = UriComponentsBuilder.fromPath("/operator/trail")
                .queryParamIfPresent("person", Optional.ofNullable(person))
                .queryParamIfPresent("deed", given(deed))
                .queryParamIfPresent("subject", given(subject))
                .queryParamIfPresent("day", given(day));
        model.addAttribute("first", after.isBlank() ? null : here.encode().toUriString());
        model.addAttribute("next", read.size() > LINES
                ? here.cloneBuilder().queryParam("after", written(page.get(LINES - 1))).encode().toUriString()
                : null);
        model.addAttribute("people", people.all());
        model.addAttribute("deeds", lines.deeds().stream().map(code -> new Deed(code, words(code, locale))).toList());
        model.addAttribute("person", person);
        model.addAttribute("deed", deed);
        model.addAttribute("subject", subject);
        model.addAttribute("day", day);
        model.addAttribute("filtered", person != null || !deed.isBlank() || !subject.isBlank() || !day.isBlank());
        return "identity/trail";
    }

    /** {@code register.import-confirmed} has its words at {@code register.deed.import-confirmed}; without any it is shown as it is. */
    private String words(String deed, Locale locale) {
        return messages.getMessage(deed.replaceFirst("\\.", ".deed."), null, deed, locale);
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(text -> !text.isBlank());
    }

    private static LocalDate day(String given) {
        try {
            return LocalDate.parse(given.strip());
        } catch (DateTimeException notADay) {
            throw new Refused(new IdentityRefusal.DayNotADay(given));
        }
    }

    private static String written(TrailLines.Line line) {
        return line.at() + "_" + line.id();
    }

    private static TrailLines.Position position(String given) {
        var parts = List.of(given.split("_", 2));
        try {
            return new TrailLines.Position(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notAPlace) {
            throw new Refused(new IdentityRefusal.PlaceNotAPlace());
        }
    }
}
