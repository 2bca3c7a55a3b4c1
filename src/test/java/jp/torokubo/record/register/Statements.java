// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import jp.torokubo.record.register.PublicStatement.Base;
import jp.torokubo.record.register.PublicStatement.Event;
import jp.torokubo.record.register.PublicStatement.Function;
import jp.torokubo.record.register.PublicStatement.Objective;
import jp.torokubo.record.register.PublicStatement.Regions;
import jp.torokubo.record.register.PublicStatement.Row;

/** Public parts of statements, frozen as a provider freezes them. */
public final class Statements {

    public static final String EDITION = "2024-07";

    private Statements() {}

    /** A statement with a little of everything. */
    public static PublicStatement of(String name, Base... bases) {
        return frozen(content(name, bases));
    }

    public static PublicContent content(String name, Base... bases) {
        return new PublicContent(
                name, "Example cloud", LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31),
                List.of(
                        new Function("仮想サーバー", "Virtual machines", "inside",
                                List.of(new Regions("storage", List.of("東京", "大阪")), new Regions("support", List.of("東京"))),
                                bases.length == 0 ? null : bases[0].key(), "", ""),
                        new Function("機械学習", "Machine learning", "outside", List.of(), null, "監査の対象としていません。", "Not audited."),
                        new Function("地図", "", "unknown", List.of(), null, "", "")),
                List.of(bases),
                List.of(new Objective("5.1.1", "adopted"), new Objective("5.1.2", "adopted"), new Objective("6.3.1.P", "adopted"),
                        new Objective("14.2.7", "left-out"), new Objective("18.1.5", "open")),
                false, List.of(new Event(LocalDate.of(2026, 4, 20), "東京の設備を増やした。", "Capacity in Tokyo was added.")));
    }

    public static PublicStatement frozen(PublicContent content) {
        var random = new Random(content.hashCode());
        var rows = new ArrayList<Row>();
        content.values().forEach((key, value) -> {
            var salt = new byte[16];
            random.nextBytes(salt);
            rows.add(new Row(key, HexFormat.of().formatHex(salt), value));
        });
        return sealed(rows);
    }

    /** With the hash that belongs to the rows, whatever they say. */
    public static PublicStatement sealed(List<Row> rows) {
        return sealed(EDITION, rows);
    }

    public static PublicStatement sealed(String edition, List<Row> rows) {
        var agencies = "a0".repeat(32);
        var restricted = "b0".repeat(32);
        return new PublicStatement(
                StatementHashes.version(edition, StatementHashes.section(rows), agencies, restricted), edition, agencies, restricted, rows);
    }

    public static byte[] file(PublicStatement statement) {
        return PublicStatementFile.write(statement);
    }
}
