// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.record.register.importing.ReadingOfList.Change;

/**
 * Every character that was changed on the way in, for the page: how many of each kind, and where.
 *
 * @param shown the first thousand; a longer log says how many more there are
 */
record CharacterLog(Map<String, Integer> counts, List<Change> shown, int more) {

    private static final int MOST = 1_000;

    CharacterLog(List<Change> changes) {
        this(counted(changes), changes.stream().limit(MOST).toList(), Math.max(0, changes.size() - MOST));
    }

    private static Map<String, Integer> counted(List<Change> changes) {
        var counts = new LinkedHashMap<String, Integer>();
        changes.forEach(change -> counts.merge(change.why(), 1, Integer::sum));
        return counts;
    }
}
