// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.Recorded;
import jp.torokubo.record.register.RegisterBook.Filed;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.entry.EventCodec;

/** Rows of {@code register.event} as entries. */
final class Entries {

    static final String COLUMNS = "index, recorded_at, type, schema, service_id, root, body";

    private Entries() {}

    static Filed filed(ResultSet row, int number) throws SQLException {
        var saying = EventCodec.saying(row.getString("type"), row.getInt("schema"), CanonicalJson.read(row.getString("body")));
        var recorded = new Recorded(
                row.getLong("index"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                saying.event(),
                saying.basis());
        var service = row.getObject("service_id", java.util.UUID.class);
        return new Filed(recorded, row.getLong("root"), service == null ? null : new ServiceId(service));
    }
}
