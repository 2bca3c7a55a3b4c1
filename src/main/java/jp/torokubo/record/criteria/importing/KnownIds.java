// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The identifiers of an edition, which tell what a workbook means; none where the workbook brings an edition of its own. */
public final class KnownIds {

    private final Map<String, String> byNumber = new TreeMap<>();
    private final Set<String> twice = new TreeSet<>();

    private KnownIds(Collection<String> ids) {
        for (String id : ids) {
            String number = number(id);
            if (byNumber.put(number, id) != null) {
                twice.add(number);
            }
        }
        byNumber.keySet().removeAll(twice);
    }

    public static KnownIds of(Collection<String> ids) {
        return new KnownIds(ids);
    }

    public static KnownIds none() {
        return new KnownIds(Set.of());
    }

    public boolean isEmpty() {
        return byNumber.isEmpty();
    }

    /** The identifier with its suffix, where the number leads to exactly one. */
    Optional<String> ofNumber(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    boolean has(String number) {
        return byNumber.containsKey(number);
    }

    /** Whether anything hangs below this number. */
    boolean isAbove(String number) {
        return byNumber.keySet().stream().anyMatch(known -> known.startsWith(number + "."));
    }

    /** 9.2.3.11.PB → 9.2.3.11 */
    public static String number(String id) {
        return id.replaceFirst("\\.(P|B|PB)$", "");
    }
}
