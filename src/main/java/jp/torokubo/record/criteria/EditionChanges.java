// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What differs between two editions, in either direction of time.
 *
 * @param added in {@code to} only
 * @param removed in {@code from} only
 * @param changed in both, and a revision between them changed the words, or what we hold of it differs
 * @param unchanged in both, as in {@code to}
 */
public record EditionChanges(
        CriteriaEdition from, CriteriaEdition to, List<Control> added, List<Control> removed, List<Changed> changed,
        List<Control> unchanged) {

    public record Changed(Control before, Control after) {

        /** Whether only the revision is known to have changed something, and not what. */
        public boolean wordsOnly() {
            return !differ(before, after);
        }
    }

    /** @param between ids of the editions after the older and up to the newer of the two */
    static EditionChanges between(Catalogue from, Catalogue to, Set<String> between) {
        var after = to.controls().stream().collect(Collectors.toMap(Control::number, control -> control));
        var before = from.controls().stream().collect(Collectors.toMap(Control::number, control -> control));
        var changed = new ArrayList<Changed>();
        var unchanged = new ArrayList<Control>();
        for (var control : to.controls()) {
            var was = before.get(control.number());
            if (was == null) {
                continue;
            }
            if (differ(was, control) || revised(was, between) || revised(control, between)) {
                changed.add(new Changed(was, control));
            } else {
                unchanged.add(control);
            }
        }
        return new EditionChanges(
                from.edition(), to.edition(),
                to.controls().stream().filter(control -> !before.containsKey(control.number())).toList(),
                from.controls().stream().filter(control -> !after.containsKey(control.number())).toList(),
                List.copyOf(changed), List.copyOf(unchanged));
    }

    private static boolean revised(Control control, Set<String> between) {
        return control.changedIn() != null && between.contains(control.changedIn());
    }

    private static boolean differ(Control one, Control other) {
        return !one.id().equals(other.id())
                || one.tier() != other.tier()
                || one.obligation() != other.obligation()
                || !Objects.equals(one.parent(), other.parent())
                || !one.titleJa().equals(other.titleJa())
                || !one.reference().equals(other.reference())
                || bodiesDiffer(one, other, false)
                || bodiesDiffer(one, other, true);
    }

    /** Official texts are compared only where both are known. */
    private static boolean bodiesDiffer(Control one, Control other, boolean english) {
        var before = one.official(english);
        var after = other.official(english);
        return before != null && after != null
                && (!Objects.equals(before.title(), after.title()) || !Objects.equals(before.body(), after.body()));
    }
}
