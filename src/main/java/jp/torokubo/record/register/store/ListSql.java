// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import jp.torokubo.record.register.RegisterReading.ListQuestion;
import jp.torokubo.record.register.RegisterReading.Order;
import jp.torokubo.record.register.Status;
import org.jspecify.annotations.Nullable;

/**
 * A question about the list as SQL.
 *
 * <p>The status is computed here as {@link jp.torokubo.record.register.Fold} computes it: from what the events made of the service and the
 * latest day on which something is known of it. A property test holds the two together.
 */
final class ListSql {

    /** A filter that can be left out, as the facet that counts its values does. */
    enum Filter {
        STATUS,
        PROVIDER,
        REGISTERED_ON
    }

    static final String COLUMNS = """
            v.service_id, v.number, v.provenance, v.name, v.provider, v.registered_on, v.valid_until, v.valid_from, v.undecided_on,
            v.granted_by, v.detail, v.number_key, v.name_key, v.provider_key, v.valid_until_key""";

    private final ListQuestion question;
    private final List<String> words;
    private final boolean pastHorizon;
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param horizon null where nothing has been published */
    ListSql(ListQuestion question, long index, @Nullable LocalDate horizon) {
        this.question = question;
        this.words = SearchWords.words(question.text());
        this.pastHorizon = horizon == null || question.asOf().isAfter(horizon);
        parameters.put("register", question.register().code());
        parameters.put("index", index);
        parameters.put("day", question.asOf());
        if (pastHorizon && horizon != null) {
            parameters.put("horizon", horizon);
        }
        if (question.provider() != null) {
            parameters.put("provider", question.provider());
        }
        if (question.registeredOn() != null) {
            parameters.put("registeredOn", question.registeredOn());
        }
        if (!question.statuses().isEmpty()) {
            parameters.put("statuses", question.statuses().stream().map(Status::code).toArray(String[]::new));
        }
        wordParameters();
    }

    private void wordParameters() {
        var grams = new LinkedHashSet<String>();
        for (var number = 0; number < words.size(); number++) {
            grams.addAll(SearchWords.gramsOfWord(words.get(number)));
            parameters.put("word" + number, "%" + words.get(number).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (!grams.isEmpty()) {
            parameters.put("grams", grams.toArray(String[]::new));
        }
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    boolean isPastHorizon() {
        return pastHorizon;
    }

    /** The last known status of a row. */
    String lastKnown() {
        return "case when v.ends_after < " + knownDay() + " then 'expired' else v.by_events end";
    }

    private String knownDay() {
        if (!pastHorizon) {
            return "cast(:day as date)";
        }
        return parameters.containsKey("horizon") ? "greatest(v.valid_from, cast(:horizon as date))" : "v.valid_from";
    }

    /** From and where of every row of the day, without words and filters. */
    String rowsOfTheDay() {
        return """

                 from register.service_version v
                where v.register = :register
                  and v.known_to > :index and v.known_from <= :index
                  and v.valid_to > :day and v.valid_from <= :day
               """;
    }

    /** From and where of what is asked, but for the filters that are to be left out. */
    String rowsAskedFor(Filter... without) {
        var left = List.of(without);
        var conditions = new ArrayList<String>();
        if (words.isEmpty() && !question.text().isBlank()) {
            // only signs that no name is searched by: somebody looks for something, and it is not there
            conditions.add("false");
        }
        if (!words.isEmpty()) {
            conditions.add("v.search_grams @> cast(:grams as text[])");
        }
        for (var number = 0; number < words.size(); number++) {
            conditions.add("v.search_text like :word" + number);
        }
        if (!left.contains(Filter.STATUS)) {
            conditions.add(statusAsked());
        }
        if (question.provider() != null && !left.contains(Filter.PROVIDER)) {
            conditions.add("v.provider = :provider");
        }
        if (question.registeredOn() != null && !left.contains(Filter.REGISTERED_ON)) {
            conditions.add("v.registered_on = :registeredOn");
        }
        return rowsOfTheDay() + " and " + String.join("\n and ", conditions.isEmpty() ? List.of("true") : conditions);
    }

    /** What the list of a day shows unasked: by what is last known, so that the day after the horizon shows the services of the day before. */
    String listed() {
        return "v.by_events in ('registered', 'renewing', 'suspended') and v.ends_after >= " + knownDay();
    }

    private String statusAsked() {
        if (question.statuses().isEmpty()) {
            return listed();
        }
        if (pastHorizon) {
            return question.statuses().contains(Status.UNKNOWN) ? "true" : "false";
        }
        return "(" + lastKnown() + ") = any(cast(:statuses as text[]))";
    }

    /**
     * One page. Words are looked up by their index before anything is put in order: otherwise the planner, hoping for a hit on every few rows, may
     * walk the whole register in its order.
     */
    String page(boolean afterCursor) {
        var columns = "select " + COLUMNS + ", " + lastKnown() + " as last_known";
        var rows = rowsAskedFor();
        var order = " order by v." + orderColumn() + direction() + ", v.service_id" + direction();
        var after = afterCursor
                ? " and (v." + orderColumn() + ", v.service_id) " + (question.descending() ? "<" : ">")
                        + " (cast(:lastKey as " + orderType() + "), cast(:lastService as uuid))"
                : "";
        var limit = question.limit() == 0 ? "" : " limit :limit";
        if (words.isEmpty()) {
            return columns + rows + after + order + limit;
        }
        return "with found as materialized (" + columns + rows + after + ") select * from found v" + order + limit;
    }

    private String direction() {
        return question.descending() ? " desc" : "";
    }

    String orderColumn() {
        return switch (question.order()) {
            case NUMBER -> "number_key";
            case NAME -> "name_key";
            case PROVIDER -> "provider_key";
            case REGISTERED_ON -> "registered_on";
            case VALID_UNTIL -> "valid_until_key";
        };
    }

    private String orderType() {
        return question.order() == Order.REGISTERED_ON || question.order() == Order.VALID_UNTIL ? "date" : "text";
    }
}
