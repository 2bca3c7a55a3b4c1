// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.database.PublicRead;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.buyers.PublicSheet;
import jp.torokubo.procedure.statement.buyers.Sheet;
import jp.torokubo.procedure.statement.buyers.SheetRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What everybody may read of buyer's sheets, from the published table. */
@Repository
public class PublicSheetRows {

    private final JdbcClient database;

    PublicSheetRows(@PublicRead JdbcClient database) {
        this.database = database;
    }

    /** Newest first. */
    public List<PublicSheet> of(UUID service) {
        return database.sql("""
                        select p.hash, p.service, p.questions, p.agencies_hash, p.restricted_hash, p.rows, p.at
                        from statement.sheet_public p where p.service = :service order by p.at desc, p.number desc, p.hash desc
                        """)
                .param("service", service)
                .query((row, number) -> {
                    var rows = SectionRows.read(row.getString("rows"));
                    return new PublicSheet(
                            row.getString("hash"), row.getString("questions"),
                            new Sheet(row.getObject("service", UUID.class), SheetRows.answers(Visibility.PUBLIC, rows)),
                            Map.of(Visibility.AGENCIES, row.getString("agencies_hash"), Visibility.RESTRICTED, row.getString("restricted_hash")),
                            rows, Moments.read(row, "at"));
                })
                .list();
    }

    public boolean isThere(UUID service) {
        return database.sql("select exists (select from statement.sheet_public p where p.service = :service)")
                .param("service", service).query(Boolean.class).single();
    }
}
