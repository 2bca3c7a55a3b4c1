// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.mapping.Mapping;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists that were brought to statements. They are only ever added to. Every question carries what the asker may reach. */
@Repository
public class Mappings {

    private static final int AT_ONCE = 500;
    private static final String SOURCE = """
            select s.id, s.statement, s.name, s.list_edition, s.criteria, s.sha256, s.file_name, s.left_out, s.at, s.author,
                   (select count(*) from statement.mapping_item i where i.dossier = s.dossier and i.source = s.id) as items,
                   (select count(*) from statement.mapping_pair p where p.dossier = s.dossier and p.source = s.id) as pairs,
                   not exists (select from statement.mapping_source n where n.dossier = s.dossier and n.statement = s.statement
                       and n.name = s.name and n.list_edition = s.list_edition and (n.at, n.id) > (s.at, s.id)) as newest
            from statement.mapping_source s where s.dossier = any (:reach) and s.statement = :statement""";

    private final JdbcClient database;
    private final JdbcTemplate many;

    Mappings(JdbcClient database, JdbcTemplate many) {
        this.database = database;
        this.many = many;
    }

    /** Newest first. */
    public List<Mapping.Source> of(Reach reach, StatementId statement) {
        return within(SOURCE + " order by s.at desc, s.id desc", reach, statement).query(Mappings::source).list();
    }

    public Optional<Mapping> find(Reach reach, StatementId statement, UUID id) {
        return within(SOURCE + " and s.id = :id", reach, statement).param("id", id).query(Mappings::source).optional()
                .map(source -> new Mapping(source, items(reach, id), pairs(reach, id)));
    }

    public void add(Statement statement, Mapping mapping) {
        var source = mapping.source();
        database.sql("""
                        insert into statement.mapping_source (dossier, id, statement, name, list_edition, criteria, sha256, file_name,
                            left_out, at, author)
                        values (:dossier, :id, :statement, :name, :edition, :criteria, :sha256, :file, :left, :at, :by)
                        """)
                .param("dossier", statement.dossier().value())
                .param("id", source.id())
                .param("statement", statement.id().value())
                .param("name", source.name())
                .param("edition", source.listEdition())
                .param("criteria", source.criteria())
                .param("sha256", source.sha256())
                .param("file", source.fileName())
                .param("left", source.leftOut())
                .param("at", Moments.at(source.at()))
                .param("by", source.author().value())
                .update();
        var items = new ArrayList<Object[]>();
        for (var item : mapping.items()) {
            items.add(new Object[] {
                statement.dossier().value(), source.id(), item.id(), items.size(), item.text().ja(), item.text().en()
            });
        }
        inserted("insert into statement.mapping_item (dossier, source, item, position, text_ja, text_en) values (?, ?, ?, ?, ?, ?)", items);
        var pairs = new ArrayList<Object[]>();
        for (var pair : mapping.pairs()) {
            pairs.add(new Object[] {
                statement.dossier().value(), source.id(), pair.item(), pair.control(), pairs.size(), pair.line(), pair.written(),
                pair.confidence(), pair.note()
            });
        }
        inserted("""
                insert into statement.mapping_pair (dossier, source, item, control, position, line, written, confidence, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, pairs);
    }

    private void inserted(String sql, List<Object[]> rows) {
        for (int at = 0; at < rows.size(); at += AT_ONCE) {
            many.batchUpdate(sql, rows.subList(at, Math.min(rows.size(), at + AT_ONCE)));
        }
    }

    private List<Mapping.Item> items(Reach reach, UUID source) {
        return database.sql("""
                        select i.item, i.text_ja, i.text_en from statement.mapping_item i
                        where i.dossier = any (:reach) and i.source = :source order by i.position
                        """)
                .param("reach", reach.dossierArray())
                .param("source", source)
                .query((row, number) -> new Mapping.Item(row.getString(1), new Wording(row.getString(2), row.getString(3))))
                .list();
    }

    private List<Mapping.Pair> pairs(Reach reach, UUID source) {
        return database.sql("""
                        select p.item, p.control, p.written, p.confidence, p.note, p.line from statement.mapping_pair p
                        where p.dossier = any (:reach) and p.source = :source order by p.position
                        """)
                .param("reach", reach.dossierArray())
                .param("source", source)
                .query((row, number) -> new Mapping.Pair(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getInt(6)))
                .list();
    }

    private JdbcClient.StatementSpec within(String sql, Reach reach, StatementId statement) {
        return database.sql(sql).param("reach", reach.dossierArray()).param("statement", statement.value());
    }

    private static Mapping.Source source(ResultSet row, int number) throws SQLException {
        return new Mapping.Source(
                row.getObject("id", UUID.class), new StatementId(row.getObject("statement", UUID.class)), row.getString("name"),
                row.getString("list_edition"), row.getString("criteria"), row.getString("sha256"), row.getString("file_name"),
                row.getInt("items"), row.getInt("pairs"), row.getInt("left_out"), row.getBoolean("newest"), Moments.read(row, "at"),
                new PersonId(row.getObject("author", UUID.class)));
    }
}
