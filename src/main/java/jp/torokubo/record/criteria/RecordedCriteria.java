// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.torokubo.record.criteria.store.CriteriaStore;
import org.springframework.stereotype.Service;

/** Answers from the recorded editions. */
@Service
class RecordedCriteria implements Criteria {

    private final CriteriaStore store;

    RecordedCriteria(CriteriaStore store) {
        this.store = store;
    }

    @Override
    public List<CriteriaEdition> editions() {
        return inOrder(store.all());
    }

    @Override
    public Optional<CriteriaEdition> edition(String id) {
        return catalogue(id).map(Catalogue::edition);
    }

    @Override
    public CriteriaEdition newest() {
        var editions = editions();
        return editions.get(editions.size() - 1);
    }

    @Override
    public List<CriteriaEdition> standingOn(LocalDate day) {
        var begun = editions().stream()
                .filter(edition -> edition.standsFrom() != null && !edition.standsFrom().earliest().isAfter(day))
                .toList();
        int first = 0;
        for (int i = 0; i < begun.size(); i++) {
            var from = begun.get(i).standsFrom();
            if (from != null && !from.latest().isAfter(day)) {
                first = i;
            }
        }
        return begun.subList(first, begun.size());
    }

    @Override
    public Optional<Catalogue> catalogue(String edition) {
        return Optional.ofNullable(store.all().get(edition));
    }

    @Override
    public Optional<Control> control(String edition, String id) {
        return catalogue(edition).flatMap(catalogue -> catalogue.control(id));
    }

    @Override
    public List<Control> children(String edition, String id) {
        return catalogue(edition).map(catalogue -> catalogue.children(id)).orElse(List.of());
    }

    @Override
    public Optional<MandatoryFloor> mandatoryFloor(String edition) {
        return catalogue(edition).map(Catalogue::mandatoryFloor);
    }

    @Override
    public Optional<EditionChanges> changes(String from, String to) {
        var all = store.all();
        if (!all.containsKey(from) || !all.containsKey(to)) {
            return Optional.empty();
        }
        var ids = inOrder(all).stream().map(CriteriaEdition::id).toList();
        int older = Math.min(ids.indexOf(from), ids.indexOf(to));
        int newer = Math.max(ids.indexOf(from), ids.indexOf(to));
        var between = ids.subList(older + 1, newer + 1).stream().collect(Collectors.toSet());
        return Optional.of(EditionChanges.between(all.get(from), all.get(to), between));
    }

    private static List<CriteriaEdition> inOrder(Map<String, Catalogue> all) {
        return all.values().stream().map(Catalogue::edition).toList();
    }
}
