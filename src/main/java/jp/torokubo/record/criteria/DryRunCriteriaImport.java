// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.LinkedHashMap;
import jp.torokubo.record.criteria.importing.CriteriaComparison;
import jp.torokubo.record.criteria.importing.CriteriaDryRun;
import jp.torokubo.record.criteria.importing.CriteriaImports;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport;
import org.springframework.stereotype.Service;

/**
 * Says what an import would do to the criteria as they stand now. Writes nothing.
 *
 * <p>Confirming an import begins with this very same run, so that nothing is confirmed which the dry run did not show.
 */
@Service
public class DryRunCriteriaImport {

    private final Criteria criteria;
    private final CriteriaImports imports;

    DryRunCriteriaImport(Criteria criteria, CriteriaImports imports) {
        this.criteria = criteria;
        this.imports = imports;
    }

    public CriteriaDryRun of(KeptCriteriaImport kept) {
        // asked first: should something be confirmed in between, the state is the older one and the proposal goes stale
        String state = imports.state();
        var all = new LinkedHashMap<String, Catalogue>();
        criteria.editions().forEach(edition -> all.put(edition.id(), criteria.catalogue(edition.id()).orElseThrow()));
        return CriteriaComparison.of(kept, all, state);
    }
}
