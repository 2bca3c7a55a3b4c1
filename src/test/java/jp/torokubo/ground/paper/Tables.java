// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables for tests. */
final class Tables {

    private Tables() {}

    static Table services(List<List<@Nullable Object>> rows) {
        return new Table(
                "登録簿（2021年9月13日時点）",
                List.of(
                        new Table.Column("registration_no", "登録番号"),
                        new Table.Column("name", "サービス名"),
                        new Table.Column("registered_on", "登録日"),
                        new Table.Column("recorded_at", "記録した時刻"),
                        new Table.Column("index", "記録番号"),
                        new Table.Column("listed", "掲載")),
                rows,
                List.of("出典：公表された一覧"));
    }

    static List<@Nullable Object> service(@Nullable String number, String name) {
        return Arrays.asList(
                number, name, LocalDate.of(2021, 3, 12), Instant.parse("2026-11-21T03:00:00.5Z"), 8L, true);
    }
}
