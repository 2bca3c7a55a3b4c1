// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.torokubo.ground.desk.DeskKinds;
import jp.torokubo.ground.identity.Addressees.Addressee;
import jp.torokubo.ground.japanese.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a digest out in its language. What it says beyond our own words is counts, days and two addresses of ours. */
@Component
class DigestWords {

    static final String DESK = "/desk";
    static final String SETTINGS = "/desk/mail";

    private final DeskKinds kinds;
    private final MessageSource messages;
    private final MailSettings settings;
    private final InstantSource clock;

    DigestWords(DeskKinds kinds, MessageSource messages, MailSettings settings, InstantSource clock) {
        this.kinds = kinds;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    Letter letter(Digest digest, Addressee to) {
        return new Letter(
                "<" + digest.id() + "@" + settings.host() + ">", to.address(), to.name(), digest.language(), subject(digest),
                text(digest, to), settings.linkTo(SETTINGS, digest.language()), clock.instant());
    }

    /** The one thing by its name and day, or how many things there are. */
    String subject(Digest digest) {
        var locale = Locale.forLanguageTag(digest.language());
        var lines = digest.lines();
        var only = lines.size() == 1 && lines.get(0).count() == 1 ? lines.get(0) : null;
        if (only != null) {
            var kind = kinds.words(only.kind(), locale);
            return only.task()
                    ? said("desk.letter.subject.task", locale, kind, due(only.nearestDue(), locale))
                    : said("desk.letter.subject.message", locale, kind);
        }
        var tasks = sum(lines, true);
        var told = sum(lines, false);
        if (tasks == 0 || told == 0) {
            return said(told == 0 ? "desk.letter.subject.tasks" : "desk.letter.subject.messages", locale, tasks + told);
        }
        return said("desk.letter.subject.both", locale, tasks, told);
    }

    String text(Digest digest, Addressee to) {
        var locale = Locale.forLanguageTag(digest.language());
        var text = new ArrayList<String>();
        text.add(said("desk.letter.greeting", locale, to.name()));
        text.add(said("desk.letter.lead", locale));
        listed(digest.lines(), true, locale, text);
        listed(digest.lines(), false, locale, text);
        text.add(said("desk.letter.where", locale) + "\n" + settings.linkTo(DESK, digest.language()));
        text.add(said("desk.letter.settings", locale) + "\n" + settings.linkTo(SETTINGS, digest.language()));
        text.add(said("desk.letter.end", locale));
        return String.join("\n\n", text) + "\n";
    }

    private void listed(List<Digest.Line> lines, boolean tasks, Locale locale, List<String> text) {
        var said = lines.stream()
                .filter(line -> line.task() == tasks)
                .map(line -> tasks
                        ? said("desk.letter.task", locale, kinds.words(line.kind(), locale), line.count(), due(line.nearestDue(), locale))
                        : said("desk.letter.message", locale, kinds.words(line.kind(), locale), line.count()))
                .collect(Collectors.joining("\n"));
        if (!said.isEmpty()) {
            text.add(said(tasks ? "desk.letter.tasks" : "desk.letter.messages", locale) + "\n" + said);
        }
    }

    private String due(@Nullable LocalDate day, Locale locale) {
        if (day == null) {
            return said("desk.letter.no-day", locale);
        }
        return locale.getLanguage().equals("en") ? Days.englishWithWeekday(day) : Days.japaneseWithWeekday(day);
    }

    private String said(String key, Locale locale, Object... facts) {
        return messages.getMessage(key, facts, locale);
    }

    private static int sum(List<Digest.Line> lines, boolean tasks) {
        return lines.stream().filter(line -> line.task() == tasks).mapToInt(Digest.Line::count).sum();
    }
}
