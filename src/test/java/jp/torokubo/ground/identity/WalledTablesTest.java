// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The walls as the database itself tells of them. */
@TorokuboTest
@FreshDatabase
class WalledTablesTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTableThatNamesAnOrganisationADossierOrAPersonIsWalledOrSaysWhyNot() throws IOException {
        assertThat(naming()).isEqualTo(new TreeSet<>(written().keySet()));
        assertThat(walled()).isEqualTo(written().entrySet().stream()
                .filter(line -> line.getValue().equals("WALLED"))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyWalledTableHasAPolicyForEveryDeedByWhichNothingIsWrittenThatIsNotSeen() {
        var policies = jdbc.sql("""
                        select schemaname || '.' || tablename from pg_policies
                        where cmd = 'ALL' and permissive = 'PERMISSIVE' and qual is not null and with_check is null
                        """)
                .query(String.class)
                .list();

        assertThat(policies).containsExactlyInAnyOrderElementsOf(walled());
    }

    @Test
    void theProgramsLoginCannotStepOverTheWalls() {
        var free = jdbc.sql("select rolname from pg_roles where rolname in ('torokubo_app', 'torokubo_public') and (rolbypassrls or rolsuper)")
                .query(String.class)
                .list();
        var owned = jdbc.sql("select count(*) from pg_class where relowner = 'torokubo_app'::regrole").query(Integer.class).single();

        assertThat(free).isEmpty();
        assertThat(owned).isZero();
    }

    @Test
    void whoeverHasNotSaidWhoActsSeesNothingBehindAnyWall() {
        World.assign(
                World.dossier(World.person("愛子", Caller.PROVIDER_MANAGER, World.organisation(OrganisationKind.PROVIDER, "甲")), "件"),
                World.person("次郎", Caller.AUDITOR, World.organisation(OrganisationKind.AUDIT_BODY, "丙")), Part.AUDITOR, true);

        assertThat(walled()).isNotEmpty().allSatisfy(table ->
                assertThat(jdbc.sql("select count(*) from " + table).query(Integer.class).single()).as(table).isZero());
    }

    private TreeSet<String> naming() {
        return new TreeSet<>(jdbc.sql("""
                        select distinct n.nspname || '.' || c.relname
                        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and a.attname in ('organisation', 'dossier', 'person', 'deputy') and not a.attisdropped
                          and n.nspname not in ('pg_catalog', 'information_schema')
                        union select 'identity.organisation'
                        union select 'identity.dossier'
                        """)
                .query(String.class)
                .list());
    }

    private TreeSet<String> walled() {
        return new TreeSet<>(jdbc.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relrowsecurity and c.relforcerowsecurity
                        """)
                .query(String.class)
                .list());
    }

    private static TreeMap<String, String> written() throws IOException {
        var text = new ClassPathResource("walled-tables.txt").getContentAsString(UTF_8);
        return Arrays.stream(text.split("\n"))
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\t")))
                .collect(Collectors.toMap(line -> line.get(0), line -> line.get(1), (one, other) -> one, TreeMap::new));
    }
}
