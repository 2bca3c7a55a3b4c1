// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.Comment;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comments on rows; they are only added to. Every question carries what the asker may reach. */
@Repository
public class Comments {

    private record Count(String control, int comments) {}

    private final JdbcClient database;

    Comments(JdbcClient database) {
        this.database = database;
    }

    /** Of a row, oldest first. */
    public List<Comment> of(Reach reach, StatementId statement, String control) {
        return within("""
                select c.id, c.control, c.text, c.mentions, c.at, c.author from statement.comment c
                where c.dossier = any (:reach) and c.statement = :statement and c.control = :control order by c.at, c.id
                """, reach, statement).param("control", control).query(Comments::comment).list();
    }

    /** How many each row has, for those rows that have any. */
    public Map<String, Integer> counts(Reach reach, StatementId statement) {
        return within("""
                select c.control, count(*) as comments from statement.comment c
                where c.dossier = any (:reach) and c.statement = :statement group by c.control
                """, reach, statement).query((row, number) -> new Count(row.getString("control"), row.getInt("comments"))).list().stream()
                .collect(Collectors.toMap(Count::control, Count::comments));
    }

    public void add(Statement statement, Comment comment) {
        database.sql("""
                        insert into statement.comment (dossier, id, statement, control, text, mentions, at, author)
                        values (:dossier, :id, :statement, :control, :text, :mentions, :at, :by)
                        """)
                .param("dossier", statement.dossier().value())
                .param("id", comment.id())
                .param("statement", statement.id().value())
                .param("control", comment.control())
                .param("text", comment.text())
                .param("mentions", comment.mentions().stream().map(PersonId::value).toArray(UUID[]::new))
                .param("at", Moments.at(comment.at()))
                .param("by", comment.author().value())
                .update();
    }

    private JdbcClient.StatementSpec within(String sql, Reach reach, StatementId statement) {
        return database.sql(sql).param("reach", reach.dossierArray()).param("statement", statement.value());
    }

    private static Comment comment(ResultSet row, int number) throws SQLException {
        var mentions = Arrays.stream((UUID[]) row.getArray("mentions").getArray()).map(PersonId::new).toList();
        return new Comment(
                row.getObject("id", UUID.class), row.getString("control"), row.getString("text"), mentions, Moments.read(row, "at"),
                new PersonId(row.getObject("author", UUID.class)));
    }
}
