// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Test;

/** What everyone may read stands in one file; a grant that nobody meant does not get past it. */
@TorokuboTest
class PublicTablesTest {

    @Test
    void thePublicLoginReadsExactlyTheTablesThatAreListed() throws Exception {
        assertThat(tablesWhere("has_any_column_privilege('torokubo_public', c.oid, 'select')"))
                .isEqualTo(listed());
    }

    @Test
    void thePublicLoginWritesNowhere() throws Exception {
        assertThat(tablesWhere("has_any_column_privilege('torokubo_public', c.oid, 'insert, update')"
                        + " or has_table_privilege('torokubo_public', c.oid, 'delete, truncate')"))
                .isEmpty();
    }

    @Test
    void theProgramsOwnLoginOwnsNothingAndEmptiesNothing() throws Exception {
        assertThat(tablesWhere("has_table_privilege('torokubo_app', c.oid, 'truncate')")).isEmpty();
        assertThat(tablesWhere("pg_get_userbyid(c.relowner) in ('torokubo_app', 'torokubo_public')")).isEmpty();
    }

    private static List<String> tablesWhere(String condition) throws Exception {
        var tables = new ArrayList<String>();
        try (var owner = TestDatabase.place().connectAsOwner();
                var statement = owner.createStatement();
                var found = statement.executeQuery("""
                        select n.nspname || '.' || c.relname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not like 'pg\\_%%' and n.nspname <> 'information_schema'
                        and n.nspname <> 'public' and (%s)
                        order by 1
                        """.formatted(condition))) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static List<String> listed() throws Exception {
        try (var file = PublicTablesTest.class.getResourceAsStream("/public-tables.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
