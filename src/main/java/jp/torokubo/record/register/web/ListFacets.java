// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.torokubo.record.register.RegisterReading.ServiceList;
import jp.torokubo.record.register.Status;
import org.springframework.stereotype.Component;

/**
 * What the list can be narrowed by, with how many services each choice would leave.
 *
 * <p>A facet with a single value that is not chosen narrows nothing and is left out.
 */
@Component
class ListFacets {

    private static final int AT_FIRST = 8;
    private static final int AT_MOST = 100;

    private final ListWords words;

    ListFacets(ListWords words) {
        this.words = words;
    }

    /**
     * @param first shown at once
     * @param more behind a fold
     */
    record Facet(String name, List<Choice> first, List<Choice> more) {}

    /**
     * @param ofData whether the words are data of the register and not of the page
     * @param href the list with this chosen, or no longer chosen
     */
    record Choice(String words, boolean ofData, long count, boolean chosen, String href) {}

    List<Facet> of(ServiceList list, ListState state) {
        var facets = new ArrayList<Facet>();
        add(facets, "status", statuses(list, state));
        add(facets, "registered-on", days(list, state));
        add(facets, "provider", providers(list, state));
        return facets;
    }

    private static void add(List<Facet> facets, String name, List<Choice> choices) {
        if (choices.size() > 1 || choices.stream().anyMatch(Choice::chosen)) {
            var shown = Math.min(AT_FIRST, choices.size());
            facets.add(new Facet(name, choices.subList(0, shown), choices.subList(shown, Math.min(AT_MOST, choices.size()))));
        }
    }

    private List<Choice> statuses(ServiceList list, ListState state) {
        return values(list, "status").entrySet().stream()
                .flatMap(value -> Status.of(value.getKey()).stream().map(status -> new Choice(
                        words.status(status), false, value.getValue(), state.statuses().contains(status),
                        state.toggled(status).href())))
                .sorted(Comparator.comparingLong(Choice::count).reversed())
                .toList();
    }

    private List<Choice> days(ServiceList list, ListState state) {
        return values(list, "registered_on").entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByKey().reversed())
                .map(value -> {
                    var day = LocalDate.parse(value.getKey());
                    var chosen = day.equals(state.registeredOn());
                    return new Choice(words.written(day), false, value.getValue(), chosen,
                            state.withRegisteredOn(chosen ? null : day).href());
                })
                .toList();
    }

    private List<Choice> providers(ServiceList list, ListState state) {
        return values(list, "provider").entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(value -> {
                    var chosen = value.getKey().equals(state.provider());
                    return new Choice(value.getKey(), true, value.getValue(), chosen,
                            state.withProvider(chosen ? null : value.getKey()).href());
                })
                .toList();
    }

    private static Map<String, Long> values(ServiceList list, String facet) {
        return list.facets().getOrDefault(facet, Map.of());
    }
}
