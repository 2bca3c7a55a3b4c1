// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.List;
import jp.torokubo.procedure.statement.buyers.PublicSheet;
import jp.torokubo.procedure.statement.store.PublicSheetRows;
import jp.torokubo.record.register.ServiceId;
import org.springframework.stereotype.Service;

/** What everybody may read of the buyer's sheets of a service. */
@Service
public class ReadPublicSheets {

    private final PublicSheetRows rows;

    ReadPublicSheets(PublicSheetRows rows) {
        this.rows = rows;
    }

    /** Newest first. */
    public List<PublicSheet> of(ServiceId service) {
        return rows.of(service.value());
    }

    public boolean isThere(ServiceId service) {
        return rows.isThere(service.value());
    }
}
