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
import jp.torokubo.record.register.resting.Dependencies.Node;
import jp.torokubo.record.register.resting.Dependencies.Tree;
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

    /** The tables of the page one below the other; whatever is not whole ends with a row that says so. */
    static Table dependencies(String service, Tree below, Tree above, Locale language) {
        var rows = new ArrayList<List<@Nullable Object>>();
        add("below", service, below, rows);
        add("above", service, above, rows);
        return new Table("dependencies", columns(
                "services.dependencies.column.", language, "direction", "level", "name", "name_en", "registration_no", "id", "level_before",
                "last_known_status", "valid_until", "dependency_note"), rows, List.of());
    }

    private static void add(String direction, String service, Tree tree, List<List<@Nullable Object>> rows) {
        tree.nodes().forEach(node -> add(direction, service, node, rows));
        if (tree.cut()) {
            rows.add(Arrays.asList(direction, null, null, null, null, null, null, null, null, "cut"));
        }
    }

    private static void add(String direction, String before, Node node, List<List<@Nullable Object>> rows) {
        var service = node.service();
        var number = service == null ? null : service.number();
        rows.add(Arrays.asList(
                direction, (long) node.depth(), node.nameJa(), node.nameEn(), number == null ? null : number.value(),
                service == null ? null : service.id().value().toString(), before,
                service == null ? null : service.lastKnownStatus().code(), service == null ? null : service.validUntil(), note(node)));
        node.nodes().forEach(next -> add(direction, node.nameJa(), next, rows));
    }

    private static String note(Node node) {
        var notes = new ArrayList<String>();
        if (node.service() == null) {
            notes.add(node.registered() ? "not-in-register" : "unregistered");
        }
        if (node.again()) {
            notes.add(node.circle() ? "circle" : "again");
        }
        if (node.newer()) {
            notes.add("newer-version");
        }
        return String.join("; ", notes);
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
