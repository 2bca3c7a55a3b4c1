// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.preparation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings every module's tables to the shape this program needs.
 *
 * <p>A module keeps its tables in a PostgreSQL schema of its own, named as the module is, and its migrations in
 * {@code db/migration/<module>/V<yyyyMMddHHmm>__<module>_<verb>_<what>.sql}. Each schema has its own history, in
 * {@code migration_history}. The owner runs them; no module's migration may name another module's schema. A first migration looks
 * like this:
 *
 * <pre>
 * -- Why the tables are there, and how to undo this.
 * create table files.stored_file (…);
 * grant usage on schema files to torokubo_app;
 * grant select, insert on files.stored_file to torokubo_app;
 * -- only what everyone may read; then also named in src/test/resources/public-tables.txt
 * grant usage on schema files to torokubo_public;
 * grant select on files.stored_file to torokubo_public;
 * </pre>
 *
 * <p>The schema itself is made before its first migration, and {@code pg_trgm} and {@code btree_gist} are there for all.
 */
public final class Migrations {

    static final String HISTORY = "migration_history";

    private Migrations() {}

    /** Runs what has not run yet, {@code database} first and the others by name. Each file is one transaction. */
    public static void run(Place place) {
        modules().forEach(module -> of(module, place).load().migrate());
    }

    /**
     * Makes the tables as they were at the versions given.
     *
     * @param versions module and version; modules not named are left alone
     */
    public static void runUpTo(Place place, Map<String, String> versions) {
        modules().stream()
                .filter(versions::containsKey)
                .forEach(module -> of(module, place).target(versions.get(module)).load().migrate());
    }

    /** Version of the newest migration this program brings, for each module; no database is asked. */
    public static Map<String, String> versions() {
        var versions = new TreeMap<String, String>();
        for (var file : files()) {
            var part = file.split("/");
            var version = part[1].substring(1, part[1].indexOf("__"));
            versions.merge(part[0], version, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        return versions;
    }

    /** Names of the schemas, in the order of migration. */
    public static List<String> modules() {
        var others = new TreeSet<>(versions().keySet());
        others.remove("database");
        var all = new ArrayList<>(List.of("database"));
        all.addAll(others);
        return all;
    }

    private static FluentConfiguration of(String module, Place place) {
        return Flyway.configure()
                .dataSource(place.url(), place.owner(), place.ownerPassword())
                .locations("classpath:db/migration/" + module)
                .schemas(module)
                .defaultSchema(module)
                .createSchemas(true)
                .table(HISTORY)
                .failOnMissingLocations(true)
                .cleanDisabled(true);
    }

    private static List<String> files() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql");
            var names = new TreeSet<String>();
            for (var file : found) {
                names.add(file.getURL().getPath().replaceFirst(".*/db/migration/", ""));
            }
            return List.copyOf(names);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
