// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.database.PublicRead;
import jp.torokubo.record.criteria.RecordedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every official text a control ever had: what was overlaid stays readable. */
@Repository
public class TextHistory {

    private final JdbcClient publicly;

    TextHistory(@PublicRead JdbcClient publicly) {
        this.publicly = publicly;
    }

    /** The newest first. */
    public List<RecordedText> of(String edition, String control) {
        return publicly.sql("""
                select s.language, t.title, t.body, s.source_ja, s.source_en, s.recorded_at, s.import_id
                from criteria.official_text t join criteria.text_set s on s.id = t.text_set
                where s.edition = :edition and t.control = :control order by s.number desc
                """).param("edition", edition).param("control", control).query((row, number) -> new RecordedText(
                        row.getString("language").equals("en"), row.getString("title"), row.getString("body"), row.getString("source_ja"),
                        row.getString("source_en"), row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getObject("import_id", UUID.class))).list();
    }
}
