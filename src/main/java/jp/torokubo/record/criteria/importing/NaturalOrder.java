// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.Comparator;

/** 3, 3.1, 3.1.1, 3.1.2, … 3.1.10, 18: by number, not by letter. */
final class NaturalOrder implements Comparator<String> {

    static final NaturalOrder IDS = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        String[] a = KnownIds.number(one).split("\\.");
        String[] b = KnownIds.number(other).split("\\.");
        for (int at = 0; at < Math.min(a.length, b.length); at++) {
            int order = Integer.compare(Integer.parseInt(a[at]), Integer.parseInt(b[at]));
            if (order != 0) {
                return order;
            }
        }
        return a.length != b.length ? Integer.compare(a.length, b.length) : one.compareTo(other);
    }
}
