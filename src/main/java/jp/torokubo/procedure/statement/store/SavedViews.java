// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.time.Instant;
import java.util.List;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.SavedView;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people have kept of how they look at the rows of a statement; each sees his own. */
@Repository
public class SavedViews {

    private final JdbcClient database;

    SavedViews(JdbcClient database) {
        this.database = database;
    }

    /** In the order of their names. */
    public List<SavedView> of(Reach reach, StatementId statement) {
        return database.sql("""
                        select v.name, v.query from statement.saved_view v
                        where v.dossier = any (:reach) and v.statement = :statement and v.person = :person order by v.name
                        """)
                .param("reach", reach.dossierArray())
                .param("statement", statement.value())
                .param("person", reach.actor().person().value())
                .query((row, number) -> new SavedView(row.getString("name"), row.getString("query")))
                .list();
    }

    /** Under a name he has already used, it takes the place of what was there. */
    public void keep(Reach reach, Statement statement, SavedView view, Instant at) {
        database.sql("""
                        insert into statement.saved_view (dossier, statement, person, name, query, at)
                        values (:dossier, :statement, :person, :name, :query, :at)
                        on conflict (dossier, statement, person, name) do update set query = excluded.query, at = excluded.at
                        """)
                .param("dossier", statement.dossier().value())
                .param("statement", statement.id().value())
                .param("person", reach.actor().person().value())
                .param("name", view.name())
                .param("query", view.query())
                .param("at", Moments.at(at))
                .update();
    }

    public void drop(Reach reach, Statement statement, String name) {
        database.sql("""
                        delete from statement.saved_view v where v.dossier = any (:reach) and v.statement = :statement
                            and v.person = :person and v.name = :name
                        """)
                .param("reach", reach.dossierArray())
                .param("statement", statement.id().value())
                .param("person", reach.actor().person().value())
                .param("name", name)
                .update();
    }
}
