// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.comparing.ChangeClass;
import jp.torokubo.procedure.statement.comparing.SaidClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of the classes of changed descriptions; it is only added to. Every question carries what the asker may reach. */
@Repository
public class SaidClasses {

    private final JdbcClient database;

    SaidClasses(JdbcClient database) {
        this.database = database;
    }

    /** Of these statements together, oldest first. */
    public List<SaidClass> of(Reach reach, Collection<StatementId> statements) {
        return database.sql("""
                        select c.id, c.control, c.before, c.after, c.class, c.why, c.at, c.author from statement.said_class c
                        where c.dossier = any (:reach) and c.statement in (:statements) order by c.at, c.id
                        """)
                .param("reach", reach.dossierArray())
                .param("statements", statements.stream().map(StatementId::value).toList())
                .query(SaidClasses::word)
                .list();
    }

    public void add(Statement statement, SaidClass word) {
        database.sql("""
                        insert into statement.said_class (dossier, id, statement, control, before, after, class, why, at, author)
                        values (:dossier, :id, :statement, :control, :before, :after, :class, :why, :at, :by)
                        """)
                .param("dossier", statement.dossier().value())
                .param("id", word.id())
                .param("statement", statement.id().value())
                .param("control", word.control())
                .param("before", word.before())
                .param("after", word.after())
                .param("class", word.kind().code())
                .param("why", word.why())
                .param("at", Moments.at(word.at()))
                .param("by", word.author().value())
                .update();
    }

    private static SaidClass word(ResultSet row, int number) throws SQLException {
        return new SaidClass(
                row.getObject("id", UUID.class), row.getString("control"), row.getString("before"), row.getString("after"),
                ChangeClass.of(row.getString("class")).orElseThrow(), row.getString("why"), Moments.read(row, "at"),
                new PersonId(row.getObject("author", UUID.class)));
    }
}
