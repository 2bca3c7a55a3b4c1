// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.shipped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.torokubo.record.rulebook.Edition;
import jp.torokubo.record.rulebook.Kind;
import jp.torokubo.record.rulebook.Provenance;
import jp.torokubo.record.rulebook.Source;
import jp.torokubo.record.rulebook.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads the files of the rulebook. What stands under {@code about} holds for every edition of its subject; {@code text} names a file
 * in {@code texts}.
 */
public final class ShippedEditions {

    /** In the order in which they are recorded: what cites comes after what is cited. */
    private static final List<String> FILES = List.of(
            "documents", "articles", "bodies", "periods", "terms", "counts", "patterns", "target-businesses", "interim", "schedule",
            "statements");

    private static final Set<String> NOT_CONTENT =
            Set.of("status", "decided", "effective", "attested", "source", "reason_ja", "reason_en", "text");

    /** What only these files say of a document. */
    private static final Set<String> OF_THE_TREE = Set.of(
            "short_ja", "short_en", "group", "parent", "figure", "issuer", "addressees", "mark", "role_ja", "role_en", "parts_ja", "parts_en");

    private final Map<String, Object> sources = map(yaml("sources"));
    private final Instant recordedAt;

    private ShippedEditions(Instant recordedAt) {
        this.recordedAt = recordedAt;
    }

    /** @param recordedAt of every edition: the moment of the load */
    public static List<Edition> read(Instant recordedAt) {
        var reading = new ShippedEditions(recordedAt);
        return FILES.stream().flatMap(file -> reading.file(file).stream()).toList();
    }

    /** SHA-256 over all that {@link #read} reads, in hexadecimal: the same as long as nothing in the files changes. */
    public static String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:rulebook/**/*.*")) {
                sha.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                sha.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Edition> file(String name) {
        var file = map(yaml(name));
        var kind = Kind.of(String.valueOf(file.get("kind"))).orElseThrow(() -> new IllegalStateException("kind of " + name));
        var editions = new ArrayList<Edition>();
        for (var entry : list(file.get("subjects"))) {
            var subject = map(entry);
            var about = subject.containsKey("about") ? map(subject.get("about")) : Map.<String, Object>of();
            int number = 0;
            for (var edition : list(subject.get("editions"))) {
                editions.add(edition(kind, words(subject.get("id")), ++number, about, map(edition)));
            }
        }
        return editions;
    }

    private Edition edition(Kind kind, @Nullable String subject, int number, Map<String, Object> about, Map<String, Object> said) {
        var content = new LinkedHashMap<String, @Nullable String>();
        about.forEach((name, value) -> content.put(name, words(value)));
        said.forEach((name, value) -> {
            if (!NOT_CONTENT.contains(name)) {
                content.put(name, words(value));
            }
        });
        for (var name : content.keySet()) {
            if (!kind.fields().contains(name) && !(kind == Kind.DOCUMENT && OF_THE_TREE.contains(name))) {
                // an unquoted comma in a one-line entry cuts a text in two and makes a name of the rest
                throw new IllegalStateException("the rulebook has no \"" + name + "\" for " + subject);
            }
        }
        var text = words(said.get("text"));
        if (text != null) {
            content.put("text", text(text));
        }
        return new Edition(
                kind,
                required(subject, kind.code()),
                number,
                content,
                Standing.of(required(words(said.get("status")), subject)).orElseThrow(),
                day(said.get("decided")),
                day(said.get("effective")),
                day(said.get("attested")),
                words(said.getOrDefault("reason_ja", "")),
                words(said.getOrDefault("reason_en", "")),
                source(required(words(said.get("source")), subject)),
                recordedAt,
                "system");
    }

    private Source source(String key) {
        if (!sources.containsKey(key)) {
            throw new IllegalStateException("no such source: " + key);
        }
        var source = map(sources.get(key));
        return new Source(
                Provenance.of(required(words(source.get("how")), key)).orElseThrow(),
                required(words(source.get("ja")), key),
                required(words(source.get("en")), key));
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        var words = words(value);
        return words == null ? null : LocalDate.parse(words);
    }

    /** YAML takes 2021-09-01 for an instant; here it is a day. */
    private static @Nullable String words(@Nullable Object value) {
        if (value instanceof Date day) {
            return LocalDate.ofInstant(day.toInstant(), ZoneOffset.UTC).toString();
        }
        return value == null ? null : value.toString();
    }

    private static String required(@Nullable String value, @Nullable String where) {
        if (value == null) {
            throw new IllegalStateException("something is missing in the rulebook at " + where);
        }
        return value;
    }

    private static Object yaml(String name) {
        try (var stream = resource(name + ".yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(String name) {
        try (var stream = resource("texts/" + name + ".txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream resource(String name) {
        var stream = ShippedEditions.class.getResourceAsStream("/rulebook/" + name);
        if (stream == null) {
            throw new IllegalStateException("missing from the jar: rulebook/" + name);
        }
        return stream;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
