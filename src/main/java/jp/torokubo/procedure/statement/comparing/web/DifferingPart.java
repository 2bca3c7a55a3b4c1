// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.comparing.FieldDifference;
import jp.torokubo.procedure.statement.comparing.PartDifference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A part that two sides word differently, as it is shown: first what stands in it once, then the entries of its list. */
public record DifferingPart(PartDifference difference, List<Item> items) {

    /** @param kind key of the words for added, removed, changed; null for what stands in a part once */
    public record Item(@Nullable String name, @Nullable String kind, List<Line> lines) {}

    public static DifferingPart of(PartDifference difference, MessageSource messages, Locale locale) {
        var items = new ArrayList<Item>();
        if (!difference.fields().isEmpty()) {
            items.add(new Item(null, null, lines(difference.fields(), messages, locale)));
        }
        difference.items().forEach(
                item -> items.add(new Item(item.name(), item.kind().messageKey(), lines(item.fields(), messages, locale))));
        return new DifferingPart(difference, List.copyOf(items));
    }

    private static List<Line> lines(List<FieldDifference> fields, MessageSource messages, Locale locale) {
        return fields.stream().map(field -> line(field, messages, locale)).toList();
    }

    private static Line line(FieldDifference field, MessageSource messages, Locale locale) {
        var label = word("statement.comparing.field." + field.field().replace(".en", ""), messages, locale)
                + (field.kind() == FieldDifference.Kind.ENGLISH ? word("statement.comparing.in-english", messages, locale) : "");
        return Line.of(label, value(field, field.before(), messages, locale), value(field, field.after(), messages, locale));
    }

    private static String value(FieldDifference field, @Nullable String value, MessageSource messages, Locale locale) {
        if (value == null) {
            return "";
        }
        return field.kind() == FieldDifference.Kind.WORDS
                ? Arrays.stream(value.split(" ")).map(key -> word(key, messages, locale))
                        .collect(Collectors.joining(locale.getLanguage().equals("en") ? ", " : "、"))
                : value;
    }

    private static String word(String key, MessageSource messages, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
