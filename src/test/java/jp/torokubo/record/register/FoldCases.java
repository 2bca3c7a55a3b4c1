// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.torokubo.record.register.RegisterEvent.Corrected;
import jp.torokubo.record.register.RegisterEvent.OfService;
import jp.torokubo.record.register.RegisterEvent.PublicationLoaded;
import org.jspecify.annotations.Nullable;

/** Reads {@code register/fold-cases.txt}, whose head says how it is written. */
final class FoldCases {

    static final ServiceId SERVICE = new ServiceId(new UUID(0x0190000000007000L, 0x8000000000000001L));
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Basis BASIS = new Basis.Decision("第1回", "1", "none applies");
    private static final Pattern WORD =
            Pattern.compile("(last known|valid until|until|published|name|undecided)(?: (\\S+))?");

    record Question(String heading, String line, List<Recorded> known, LocalDate day, String answer) {
        @Override
        public String toString() {
            return heading + ": " + line;
        }
    }

    private FoldCases() {}

    static List<Question> all() {
        var questions = new ArrayList<Question>();
        var heading = "";
        var entries = new ArrayList<Recorded>();
        for (var line : lines()) {
            if (line.startsWith("== ")) {
                heading = line.substring(3);
                entries = new ArrayList<>();
            } else if (line.startsWith("on ")) {
                questions.add(question(heading, line, withHorizon(entries)));
            } else {
                entries.add(entry(line));
            }
        }
        return questions;
    }

    private static List<String> lines() {
        try (var in = FoldCases.class.getResourceAsStream("/register/fold-cases.txt");
                var reader = new java.io.BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Recorded> withHorizon(List<Recorded> entries) {
        if (entries.stream().anyMatch(entry -> entry.event() instanceof PublicationLoaded)) {
            return List.copyOf(entries);
        }
        var all = new ArrayList<>(entries);
        all.add(recorded(-1, new PublicationLoaded("understood", LocalDate.of(2099, 12, 31), 1)));
        return all;
    }

    private static Question question(String heading, String line, List<Recorded> entries) {
        var colon = line.indexOf(": ");
        var asked = line.substring(3, colon).split(", entries ");
        var count = asked.length == 1 ? Long.MAX_VALUE : Long.parseLong(asked[1]);
        var known = entries.stream().filter(entry -> entry.index() < count).toList();
        return new Question(heading, line, known, LocalDate.parse(asked[0]), line.substring(colon + 2));
    }

    private static Recorded entry(String line) {
        var words = line.split(" ", 3);
        var index = Long.parseLong(words[0]);
        return switch (words[1]) {
            case "annuls" -> recorded(index, new Corrected(Long.parseLong(words[2]), null, "wrong"));
            case "corrects" -> {
                var rest = words[2].split(" to ", 2);
                yield recorded(index, new Corrected(Long.parseLong(rest[0]), event(rest[1]), "wrong"));
            }
            case "publication" -> recorded(
                    index, new PublicationLoaded("list", LocalDate.parse(words[2].substring("until ".length())), 1));
            default -> recorded(index, event(words[1] + " " + words[2]));
        };
    }

    private static Recorded recorded(long index, RegisterEvent event) {
        return new Recorded(index, FIRST.plusSeconds(60 * (index + 1)), event, BASIS);
    }

    private static OfService event(String text) {
        var words = text.split(" ", 3);
        var with = words(words.length > 2 ? words[2] : "");
        return Events.of(words[1], SERVICE, LocalDate.parse(words[0]), facts(with));
    }

    private static ServiceFacts facts(Map<String, String> with) {
        return new ServiceFacts(
                null, with.getOrDefault("name", "S"), "P", null, null,
                day(with.get("until")), day(with.get("published")), List.of());
    }

    static Map<String, String> words(String text) {
        var words = new LinkedHashMap<String, String>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.put(matcher.group(1), Optional.ofNullable(matcher.group(2)).orElse(""));
        }
        return words;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
