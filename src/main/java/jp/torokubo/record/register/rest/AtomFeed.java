// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.UUID;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.EventView;
import jp.torokubo.record.register.RegisterWords;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What has happened, for feed readers. Past events only: what takes effect in the future appears on its day.
 *
 * <p>An entry's id follows from its hash in the log, so it is the same for ever. It counts as updated when a correction has spoken over it.
 */
@RestController
@Admits(Caller.ANYONE)
@Tag(name = "feeds", description = "Atom, iCalendar")
class AtomFeed {

    private static final int ENTRIES = 50;
    private static final Instant NOTHING_YET = Instant.parse("2020-01-01T00:00:00Z");

    private final RegisterReading reading;
    private final Today today;

    AtomFeed(RegisterReading reading, Today today) {
        this.reading = reading;
        this.today = today;
    }

    @GetMapping(path = "/feeds/register.atom", produces = "application/atom+xml")
    @Operation(summary = "登録簿の動き（Atom） / What has happened, as Atom",
            description = "過去の出来事だけを新しい順に載せます。Past events alone, newest first.")
    @Parameter(name = "register", in = ParameterIn.QUERY, description = "登録簿。The register.",
            schema = @Schema(type = "string", allowableValues = {"ismap", "liu", "audit-bodies"}, defaultValue = "ismap"))
    @Parameter(name = "lang", in = ParameterIn.QUERY, description = "言葉。Language.",
            schema = @Schema(type = "string", allowableValues = {"ja", "en"}, defaultValue = "ja"))
    void feed(@Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var parameters = Parameters.of(request, "register", "lang");
        var language = "en".equals(parameters.text("lang")) ? Locale.ENGLISH : Locale.JAPANESE;
        var feed = feed(parameters.register(), language);
        response.setContentType("application/atom+xml");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getOutputStream().write(new WireFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8));
        } catch (FeedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Feed feed(RegisterName register, Locale language) {
        var events = reading.past(register, today.get(), ENTRIES);
        var feed = new Feed("atom_1.0");
        feed.setEncoding("UTF-8");
        feed.setId(urn("feed " + register.code()));
        feed.setTitle(RegisterWords.of(language, "feed.title") + " — " + RegisterWords.of(language, "name." + register.code()));
        feed.setSubtitle(text(RegisterWords.of(language, "feed.subtitle")));
        feed.setAuthors(List.of(author(language)));
        feed.setOtherLinks(List.of(link("self", self(register, language))));
        feed.setAlternateLinks(List.of(link("alternate", prefix(language) + "/changes")));
        var entries = events.stream().map(event -> entry(event, register, language)).toList();
        feed.setEntries(entries);
        feed.setUpdated(entries.stream().map(Entry::getUpdated).max(Comparator.naturalOrder()).orElse(Date.from(NOTHING_YET)));
        return feed;
    }

    private Entry entry(EventView event, RegisterName register, Locale language) {
        var entry = new Entry();
        entry.setId(urn(register.code() + " " + event.leafHash()));
        entry.setTitle(title(event, language));
        entry.setPublished(Date.from(event.recordedAt()));
        entry.setUpdated(Date.from(updated(event, register)));
        entry.setAlternateLinks(List.of(link("alternate", prefix(language) + address(event))));
        var said = RegisterWords.of(language, "feed.recorded", event.index());
        entry.setSummary(text(event.correctedBy() == null
                ? said
                : said + " " + RegisterWords.of(language, "feed.corrected-later", event.correctedBy())));
        return entry;
    }

    private Instant updated(EventView event, RegisterName register) {
        var corrected = event.correctedBy();
        return corrected == null
                ? event.recordedAt()
                : reading.changes(register, null, corrected + 1, 1).get(0).recordedAt();
    }

    private static String title(EventView event, Locale language) {
        var what = RegisterWords.of(language, "event." + event.event().type());
        if (event.event() instanceof RegisterEvent.PublicationLoaded loaded) {
            return RegisterWords.of(language, "feed.publication", what, loaded.title(), loaded.completeUntil());
        }
        var day = AnswerWriter.effectiveOn(event.event());
        var name = event.serviceName() == null ? RegisterWords.of(language, "feed.author") : event.serviceName();
        return day == null ? what + ": " + name : RegisterWords.of(language, "feed.entry", what, name, day);
    }

    private static String address(EventView event) {
        if (event.service() == null || event.serviceName() == null) {
            return "/changes";
        }
        var key = event.serviceNumber() == null ? event.service().value().toString() : event.serviceNumber();
        return "/services/" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "/history";
    }

    /** The address under which this very feed is read: without the words that change nothing. */
    private static String self(RegisterName register, Locale language) {
        var asked = new StringJoiner("&", "/feeds/register.atom?", "").setEmptyValue("/feeds/register.atom");
        if (register != RegisterName.ISMAP) {
            asked.add("register=" + register.code());
        }
        if (language.equals(Locale.ENGLISH)) {
            asked.add("lang=en");
        }
        return asked.toString();
    }

    private static String prefix(Locale language) {
        return language.equals(Locale.ENGLISH) ? "/en" : "";
    }

    private static String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("torokubo " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static SyndPerson author(Locale language) {
        var author = new SyndPersonImpl();
        author.setName(RegisterWords.of(language, "feed.author"));
        return author;
    }

    private static Link link(String relation, String address) {
        var link = new Link();
        link.setRel(relation);
        link.setHref(address);
        return link;
    }

    private static Content text(String words) {
        var content = new Content();
        content.setType("text");
        content.setValue(words);
        return content;
    }
}
