// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One function of the service (component service), inside the statement or not.
 *
 * @param regions as written, for each kind of data; a kind that is not there has not been said
 * @param baseService key of the base service it runs on; empty where on none, or not said
 * @param note why it is outside, or whatever else is to be known
 */
public record ScopeFunction(
        Wording name, Standing standing, Map<DataKind, List<String>> regions, String baseService, Wording note) {

    public ScopeFunction {
        var kept = new EnumMap<DataKind, List<String>>(DataKind.class);
        regions.forEach((kind, names) -> {
            if (!names.isEmpty()) {
                kept.put(kind, List.copyOf(names));
            }
        });
        regions = Collections.unmodifiableMap(kept);
    }

    /** Every region named for any kind of data, each once. */
    public Set<String> allRegions() {
        var all = new LinkedHashSet<String>();
        regions.values().forEach(all::addAll);
        return all;
    }
}
