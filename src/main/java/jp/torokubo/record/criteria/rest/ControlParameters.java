// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.criteria.ControlQuestion;
import jp.torokubo.record.criteria.CriteriaRefusal;
import jp.torokubo.record.criteria.Obligation;
import jp.torokubo.record.criteria.Suffix;
import jp.torokubo.record.criteria.Tier;
import org.jspecify.annotations.Nullable;

/** The parameters of a question about controls, read strictly; page, files and API read the same ones. */
public final class ControlParameters {

    public static final int MOST = 2_000;
    static final int USUAL = 100;

    /** Those that may be repeated, or hold several values with commas between. */
    private static final Set<String> SEVERAL = Set.of("tier", "suffix", "obligation");

    private static final List<String> QUESTION = List.of("chapter", "tier", "suffix", "obligation", "q", "limit", "cursor");

    private final Map<String, String[]> given;

    private ControlParameters(Map<String, String[]> given) {
        this.given = given;
    }

    /** Refuses a parameter that is neither one of the question nor one of these. */
    static ControlParameters strictly(HttpServletRequest request, String... others) {
        var known = new LinkedHashSet<>(QUESTION);
        known.addAll(List.of(others));
        return only(request, known);
    }

    /** For pages: what they do not know has been dropped before. */
    public static ControlParameters of(Map<String, String[]> given) {
        return repeatedOnlyWhereAllowed(given);
    }

    static ControlParameters only(HttpServletRequest request, Set<String> known) {
        for (var name : request.getParameterMap().keySet()) {
            if (!known.contains(name)) {
                throw new Refused(new CriteriaRefusal.ParameterUnknown(name, String.join(", ", known)));
            }
        }
        return repeatedOnlyWhereAllowed(request.getParameterMap());
    }

    private static ControlParameters repeatedOnlyWhereAllowed(Map<String, String[]> given) {
        given.forEach((name, values) -> {
            if (values.length > 1 && !SEVERAL.contains(name)) {
                throw new Refused(new CriteriaRefusal.ParameterRepeated(name));
            }
        });
        return new ControlParameters(given);
    }

    /** @param usualLimit rows of a page where none are asked for; 0: all */
    public ControlQuestion question(String edition, int usualLimit) {
        var text = text("q");
        return new ControlQuestion(
                edition, text("chapter"),
                values("tier", Tier::of, Arrays.stream(Tier.values()).map(Tier::code).toList()),
                values("suffix", Suffix::ofAsked, Arrays.stream(Suffix.values()).map(Suffix::asked).toList()),
                values("obligation", Obligation::of, Arrays.stream(Obligation.values()).map(Obligation::code).toList()),
                text == null ? "" : text, limit(usualLimit), text("cursor"));
    }

    /** An empty value is as none. */
    public @Nullable String text(String name) {
        var values = given.get(name);
        return values == null || values[0].isBlank() ? null : values[0].strip();
    }

    @Nullable LocalDate day(String name) {
        var text = text(name);
        try {
            if (text != null && !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                throw new DateTimeException(text);
            }
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            throw new Refused(new CriteriaRefusal.DayMalformed(name, shortened(String.valueOf(text))));
        }
    }

    private <T> Set<T> values(String name, Function<String, Optional<T>> reader, List<String> known) {
        return Arrays.stream(given.getOrDefault(name, new String[0]))
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> reader.apply(value).orElseThrow(
                        () -> new Refused(new CriteriaRefusal.ValueUnknown(name, shortened(value), String.join(", ", known)))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private int limit(int usual) {
        var text = text("limit");
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new Refused(new CriteriaRefusal.LimitMalformed(shortened(text), MOST));
        }
        return Integer.parseInt(text);
    }

    private static String shortened(String given) {
        return given.length() > 40 ? given.substring(0, 40) + "…" : given;
    }
}
