// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.mapping.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.mapping.Mapping;
import jp.torokubo.procedure.statement.mapping.Mapping.Pair;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;

/** Pairs as a page shows them: by item of the list, or by control with what every list says of it. */
final class ShownPairs {

    private ShownPairs() {}

    /** One control that an item answers to. */
    record To(Control control, Pair pair) {}

    record ByItem(String item, Wording text, List<To> controls) {}

    /** One item of one list. */
    record From(Mapping.Source source, Pair pair) {}

    record ByControl(Control control, Answer answer, List<From> items) {}

    /** In the order of the file; an item that answers to nothing is there too. */
    static List<ByItem> byItem(Mapping mapping, Catalogue catalogue) {
        var pairs = mapping.pairs().stream().collect(Collectors.groupingBy(Pair::item));
        return mapping.items().stream()
                .map(item -> new ByItem(item.id(), item.text(), pairs.getOrDefault(item.id(), List.of()).stream()
                        .flatMap(pair -> catalogue.control(pair.control()).map(control -> new To(control, pair)).stream()).toList()))
                .toList();
    }

    /** In the order of the criteria; every source of a control is there. */
    static List<ByControl> byControl(List<Mapping> mappings, Map<String, Answer> answers, Catalogue catalogue) {
        Map<String, List<From>> items = new LinkedHashMap<>();
        mappings.forEach(mapping -> mapping.pairs().forEach(pair ->
                items.computeIfAbsent(pair.control(), none -> new ArrayList<>()).add(new From(mapping.source(), pair))));
        return catalogue.controls().stream().filter(control -> items.containsKey(control.id()))
                .map(control -> new ByControl(
                        control, answers.getOrDefault(control.id(), Answer.untouched(control.id())), items.get(control.id())))
                .toList();
    }
}
