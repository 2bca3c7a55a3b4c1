// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.Remark;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WarningWord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of warnings; it is only added to. Every question carries what the asker may reach. */
@Repository
public class WarningWords {

    private final JdbcClient database;

    WarningWords(JdbcClient database) {
        this.database = database;
    }

    /** Of a statement, oldest first. */
    public List<WarningWord> of(Reach reach, StatementId statement) {
        return database.sql("""
                        select w.id, w.rule, w.place, w.subject, w.fingerprint, w.text, w.at, w.author from statement.warning_word w
                        where w.dossier = any (:reach) and w.statement = :statement order by w.at, w.id
                        """)
                .param("reach", reach.dossierArray())
                .param("statement", statement.value())
                .query(WarningWords::word)
                .list();
    }

    public void add(Statement statement, Remark warning, WarningWord word) {
        database.sql("""
                        insert into statement.warning_word (dossier, id, statement, rule, place, subject, fingerprint, text, at, author)
                        values (:dossier, :id, :statement, :rule, :place, :subject, :fingerprint, :text, :at, :by)
                        """)
                .param("dossier", statement.dossier().value())
                .param("id", word.id())
                .param("statement", statement.id().value())
                .param("rule", warning.rule())
                .param("place", warning.place().code())
                .param("subject", warning.subject())
                .param("fingerprint", word.fingerprint())
                .param("text", word.text())
                .param("at", Moments.at(word.at()))
                .param("by", word.author().value())
                .update();
    }

    private static WarningWord word(ResultSet row, int number) throws SQLException {
        return new WarningWord(
                row.getObject("id", UUID.class), Remark.key(row.getString("rule"), row.getString("place"), row.getString("subject")),
                row.getString("fingerprint"), row.getString("text"), Moments.read(row, "at"), new PersonId(row.getObject("author", UUID.class)));
    }
}
