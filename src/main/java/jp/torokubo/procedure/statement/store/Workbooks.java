// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the workbooks were called that were handed in for a statement. Every question carries what the asker may reach. */
@Repository
public class Workbooks {

    private final JdbcClient database;

    Workbooks(JdbcClient database) {
        this.database = database;
    }

    /** By the hash of their content, the newest name of each. */
    public Map<String, String> names(Reach reach, StatementId statement) {
        var names = new HashMap<String, String>();
        database.sql("""
                        select w.sha256, w.file_name from statement.workbook w
                        where w.dossier = any (:reach) and w.statement = :statement order by w.at
                        """)
                .param("reach", reach.dossierArray())
                .param("statement", statement.value())
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
    }

    /** @param name of at most 200 characters */
    public void add(Statement statement, String hash, String name, Instant at, PersonId by) {
        database.sql("""
                        insert into statement.workbook (dossier, statement, sha256, at, file_name, author)
                        values (:dossier, :statement, :sha256, :at, :name, :by) on conflict do nothing
                        """)
                .param("dossier", statement.dossier().value())
                .param("statement", statement.id().value())
                .param("sha256", hash)
                .param("at", Moments.at(at))
                .param("name", name)
                .param("by", by.value())
                .update();
    }
}
