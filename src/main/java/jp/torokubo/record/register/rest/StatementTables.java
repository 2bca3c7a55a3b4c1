// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.record.register.ObjectiveTitles;
import jp.torokubo.record.register.PublicStatement.Function;
import jp.torokubo.record.register.StatementReading.Stated;
import org.jspecify.annotations.Nullable;

/** The pages of a statement as rows, in the order of the pages; codes as the API has them. */
final class StatementTables {

    private static final List<String> STANDINGS = List.of("outside", "unknown", "inside");

    private StatementTables() {}

    static Table scope(Stated stated, Locale language) {
        var rows = new ArrayList<List<@Nullable Object>>();
        stated.content().functions().stream()
                .sorted(Comparator.comparingInt(function -> STANDINGS.indexOf(function.standing())))
                .forEach(function -> rows.add(Arrays.asList(
                        function.nameJa(), function.nameEn(), function.standing(), base(stated, function), regions(function), function.noteJa(),
                        function.noteEn(), stated.on())));
        return new Table("scope", columns(
                "services.scope.column.", language, "function_ja", "function_en", "scope_standing", "base_service", "regions", "note_ja", "note_en",
                "stated_on"), rows, List.of());
    }

    static Table controls(Stated stated, ObjectiveTitles titles, Locale language) {
        boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var objective : stated.content().objectives()) {
            var title = titles.title(stated.statement().edition(), objective.control(), english)
                    .map(ObjectiveTitles.Title::words).orElse(null);
            rows.add(Arrays.asList(objective.control(), title, objective.choice(), stated.on()));
        }
        return new Table("controls", columns(
                "services.controls.column.", language, "objective", "objective_title", "choice", "stated_on"), rows, List.of());
    }

    private static @Nullable String base(Stated stated, Function function) {
        var base = stated.content().base(function);
        return base == null ? null : base.nameJa();
    }

    /** One cell: kind and names, as the codes of the API. */
    private static String regions(Function function) {
        return function.regions().stream()
                .map(regions -> regions.kind() + ": " + String.join(", ", regions.names()))
                .collect(Collectors.joining("; "));
    }

    private static List<Table.Column> columns(String prefix, Locale language, String... keys) {
        var words = ResourceBundle.getBundle(
                "messages/services-statement", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return Stream.of(keys).map(key -> new Table.Column(key, words.getString(prefix + key))).toList();
    }
}
