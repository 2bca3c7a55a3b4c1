// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerVersion;
import jp.torokubo.procedure.statement.Batch;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Deed;
import jp.torokubo.procedure.statement.KeptForm;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of statements: as they are, and every change there was. Every question carries what the asker may reach. */
@Repository
public class Answers {

    private static final String SAID = """
            control, version, choice, realisations, reason_ja, reason_en, owner, due, state, rests_on_version, rests_on_control""";
    private static final String ANSWER = "select " + SAID + " from statement.answer where dossier = any (:reach) and statement = :statement";
    private static final String BATCH = """
            select b.id, b.statement, b.kind, b.subject, b.undoes, b.at, b.author, b.rows,
                   exists (select from statement.batch u where u.dossier = b.dossier and u.undoes = b.id) as undone
            from statement.batch b where b.dossier = any (:reach)""";
    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final JdbcTemplate many;

    Answers(JdbcClient database, JdbcTemplate many) {
        this.database = database;
        this.many = many;
    }

    /** Of the rows somebody has written into, by control. */
    public Map<String, Answer> all(Reach reach, StatementId statement) {
        return byControl(within(ANSWER, reach, statement).query(Answers::answer).list());
    }

    public Map<String, Answer> of(Reach reach, StatementId statement, Collection<String> controls) {
        return byControl(within(ANSWER + " and control = any (:controls)", reach, statement)
                .param("controls", controls.toArray(String[]::new)).query(Answers::answer).list());
    }

    public Optional<Answer> find(Reach reach, StatementId statement, String control) {
        return within(ANSWER + " and control = :control", reach, statement).param("control", control).query(Answers::answer).optional();
    }

    /** Every change of a row, newest first. */
    public List<AnswerVersion> history(Reach reach, StatementId statement, String control) {
        return within("select " + SAID.replace("control, ", "c.control, ") + """
                , c.batch, b.kind, b.at, b.author from statement.answer_change c
                join statement.batch b on b.dossier = c.dossier and b.id = c.batch
                where c.dossier = any (:reach) and c.statement = :statement and c.control = :control order by c.version desc
                """, reach, statement).param("control", control).query(Answers::version).list();
    }

    /** Everything these rows have ever said, in no order. */
    public List<Answer> changes(Reach reach, StatementId statement, Collection<String> controls) {
        return within("select " + SAID + " from statement.answer_change where dossier = any (:reach) and statement = :statement and control = any (:controls)",
                reach, statement).param("controls", controls.toArray(String[]::new)).query(Answers::answer).list();
    }

    public Optional<Batch> batch(Reach reach, UUID id) {
        return database.sql(BATCH + " and b.id = :id").param("reach", reach.dossierArray()).param("id", id)
                .query(Answers::batch).optional();
    }

    /** Newest first. */
    public List<Batch> batches(Reach reach, StatementId statement, int most) {
        return within(BATCH + " and b.statement = :statement order by b.at desc, b.id desc limit :most", reach, statement)
                .param("most", most).query(Answers::batch).list();
    }

    /** The rows of a deed as it left them. */
    public List<Answer> after(Reach reach, UUID batch) {
        return database.sql("select " + SAID + " from statement.answer_change where dossier = any (:reach) and batch = :batch order by control")
                .param("reach", reach.dossierArray()).param("batch", batch).query(Answers::answer).list();
    }

    /** The rows of a deed as they were before it; none where nobody had written into a row. */
    public Map<String, Answer> before(Reach reach, UUID batch) {
        return byControl(database.sql("select " + SAID + """
                 from statement.answer_change was where dossier = any (:reach) and exists (
                    select from statement.answer_change now where now.dossier = was.dossier and now.batch = :batch
                        and now.statement = was.statement and now.control = was.control and now.version = was.version + 1)
                """).param("reach", reach.dossierArray()).param("batch", batch).query(Answers::answer).list());
    }

    public void add(Statement statement, Batch batch) {
        database.sql("""
                        insert into statement.batch (dossier, id, statement, kind, subject, undoes, at, author, rows)
                        values (:dossier, :id, :statement, :kind, :subject, :undoes, :at, :by, :rows)
                        """)
                .param("dossier", statement.dossier().value())
                .param("id", batch.id())
                .param("statement", statement.id().value())
                .param("kind", batch.deed().code())
                .param("subject", batch.subject())
                .param("undoes", batch.undoes())
                .param("at", Moments.at(batch.at()))
                .param("by", batch.author().value())
                .param("rows", batch.rows())
                .update();
    }

    /** Adds the changes of a deed, and makes the rows say what they say. */
    public void change(Statement statement, UUID batch, List<Answer> answers) {
        many.batchUpdate("""
                insert into statement.answer_change (dossier, statement, batch, control, version, choice, realisations, reason_ja, reason_en,
                    owner, due, state, rests_on_version, rests_on_control)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, answers, AT_ONCE, (row, answer) -> {
            row.setObject(1, statement.dossier().value());
            row.setObject(2, statement.id().value());
            row.setObject(3, batch);
            said(row, 4, answer);
        });
        many.batchUpdate("""
                insert into statement.answer (dossier, statement, control, version, choice, realisations, reason_ja, reason_en, owner, due,
                    state, rests_on_version, rests_on_control)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (dossier, statement, control) do update set version = excluded.version, choice = excluded.choice,
                    realisations = excluded.realisations, reason_ja = excluded.reason_ja, reason_en = excluded.reason_en,
                    owner = excluded.owner, due = excluded.due, state = excluded.state,
                    rests_on_version = excluded.rests_on_version, rests_on_control = excluded.rests_on_control
                """, answers, AT_ONCE, (row, answer) -> {
            row.setObject(1, statement.dossier().value());
            row.setObject(2, statement.id().value());
            said(row, 3, answer);
        });
    }

    private static void said(PreparedStatement row, int first, Answer answer) throws SQLException {
        row.setString(first, answer.control());
        row.setLong(first + 1, answer.version());
        row.setString(first + 2, answer.choice().code());
        row.setString(first + 3, KeptForm.of(answer.realisations()));
        row.setString(first + 4, answer.reason().ja());
        row.setString(first + 5, answer.reason().en());
        row.setString(first + 6, answer.owner());
        row.setDate(first + 7, answer.due() == null ? null : Date.valueOf(answer.due()));
        row.setString(first + 8, answer.state().code());
        row.setString(first + 9, answer.restsOn() == null ? null : answer.restsOn().version());
        row.setString(first + 10, answer.restsOn() == null ? null : answer.restsOn().control());
    }

    private JdbcClient.StatementSpec within(String sql, Reach reach, StatementId statement) {
        return database.sql(sql).param("reach", reach.dossierArray()).param("statement", statement.value());
    }

    private static Map<String, Answer> byControl(List<Answer> answers) {
        return answers.stream().collect(Collectors.toMap(Answer::control, answer -> answer));
    }

    private static Answer answer(ResultSet row, int number) throws SQLException {
        var restsOn = row.getString("rests_on_version");
        return new Answer(
                row.getString("control"), Choice.of(row.getString("choice")).orElseThrow(),
                KeptForm.realisations(row.getString("realisations")), new Wording(row.getString("reason_ja"), row.getString("reason_en")),
                row.getString("owner"), row.getObject("due", LocalDate.class), RowState.of(row.getString("state")).orElseThrow(),
                restsOn == null ? null : new RestsOn(restsOn, row.getString("rests_on_control")), row.getLong("version"));
    }

    private static AnswerVersion version(ResultSet row, int number) throws SQLException {
        return new AnswerVersion(
                answer(row, number), row.getObject("batch", UUID.class), Deed.of(row.getString("kind")).orElseThrow(),
                Moments.read(row, "at"), new PersonId(row.getObject("author", UUID.class)));
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class), new StatementId(row.getObject("statement", UUID.class)),
                Deed.of(row.getString("kind")).orElseThrow(), row.getString("subject"), undoes(row), row.getBoolean("undone"),
                Moments.read(row, "at"), new PersonId(row.getObject("author", UUID.class)), row.getInt("rows"));
    }

    private static @Nullable UUID undoes(ResultSet row) throws SQLException {
        return row.getObject("undoes", UUID.class);
    }
}
