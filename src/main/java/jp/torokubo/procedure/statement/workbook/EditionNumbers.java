// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.ControlsInSheet;
import jp.torokubo.record.criteria.EditionChanges;

/** The numbers of a statement's edition, and what became in it of those of other editions. */
public final class EditionNumbers {

    private final Map<String, Control> ours = new TreeMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, String> otherwise = new HashMap<>();
    private final Map<String, String> editions = new HashMap<>();
    private final Map<String, String> gone = new HashMap<>();
    private final Set<String> contested = new HashSet<>();
    private final ControlsInSheet.Finder finder;

    /** @param fromOthers from each other edition to the statement's */
    public EditionNumbers(Catalogue catalogue, List<EditionChanges> fromOthers) {
        catalogue.controls().forEach(control -> {
            ours.put(control.id(), control);
            positions.put(control.id(), positions.size());
        });
        for (var changes : fromOthers) {
            changes.changed().stream().filter(changed -> !changed.before().id().equals(changed.after().id())).forEach(changed -> {
                var before = otherwise.put(changed.before().id(), changed.after().id());
                if (before != null && !before.equals(changed.after().id())) {
                    contested.add(changed.before().id());
                }
                editions.put(changed.before().id(), changes.from().id());
            });
            changes.removed().forEach(control -> {
                gone.put(control.id(), changes.from().id());
                gone.put(control.number(), changes.from().id());
            });
        }
        otherwise.keySet().removeAll(ours.keySet());
        otherwise.keySet().removeAll(contested);
        this.finder = ControlsInSheet.among(ours.keySet());
    }

    /** Which rows of a sheet name which of them. @param chosen what somebody says of its columns */
    ControlsInSheet in(Sheet sheet, Map<Integer, Optional<Field>> chosen) {
        var said = chosen.entrySet().stream().collect(Collectors.partitioningBy(
                one -> one.getValue().filter(Field.NUMBER::equals).isPresent(), Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(TreeSet::new))));
        return finder.in(sheet, List.copyOf(said.get(true)), Set.copyOf(said.get(false)));
    }

    public Optional<Control> control(String id) {
        return Optional.ofNullable(ours.get(id));
    }

    int position(String id) {
        return positions.getOrDefault(id, Integer.MAX_VALUE);
    }

    /** The number a control of another edition has in this one. */
    public Optional<String> mapped(String written) {
        return Optional.ofNullable(otherwise.get(written));
    }

    /** The edition a mapped number was written in. */
    String editionOf(String written) {
        return editions.getOrDefault(written, "");
    }

    /** The edition that had it, where this one has not. */
    Optional<String> goneSince(String written) {
        return Optional.ofNullable(gone.get(written));
    }
}
