// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What tables and sequences the modules' schemas hold, as the database itself knows them. */
final class Catalog {

    private final Connection connection;
    private final Array schemas;

    Catalog(Connection connection, List<String> schemas) throws SQLException {
        this.connection = connection;
        this.schemas = connection.createArrayOf("text", schemas.toArray());
    }

    /** Parents before children, so that rows can be copied in without switching foreign keys off. */
    List<TableRows> tables() throws SQLException {
        var byPath = new TreeMap<String, TableRows>();
        try (var asked = connection.prepareStatement("""
                select n.nspname, c.relname,
                    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
                    (select string_agg('t.' || quote_ident(a.attname)
                            || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.place)
                     from pg_index i
                     cross join lateral unnest(i.indkey::int[]) with ordinality k (attnum, place)
                     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                     where i.indrelid = c.oid and i.indisprimary) as key
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relispartition
                and n.nspname = any (?) and c.relname <> 'migration_history'
                order by 1, 2
                """)) {
            asked.setArray(1, schemas);
            try (var found = asked.executeQuery()) {
                while (found.next()) {
                    var columns = found.getArray(3) == null ? List.<String>of() : Arrays.asList((String[]) found.getArray(3).getArray());
                    var key = found.getString(4);
                    var table = new TableRows(
                            found.getString(1), found.getString(2), columns, key == null ? "t::text collate \"C\"" : key);
                    byPath.put(table.path(), table);
                }
            }
        }
        return parentsFirst(byPath, parents());
    }

    List<Manifest.Counter> counters() throws SQLException {
        var names = new ArrayList<String[]>();
        try (var asked = connection.prepareStatement(
                "select schemaname, sequencename from pg_sequences where schemaname = any (?) order by 1, 2")) {
            asked.setArray(1, schemas);
            try (var found = asked.executeQuery()) {
                while (found.next()) {
                    names.add(new String[] {found.getString(1), found.getString(2)});
                }
            }
        }
        var counters = new ArrayList<Manifest.Counter>();
        for (var name : names) {
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("select last_value, is_called from %s.%s"
                            .formatted(TableRows.quoted(name[0]), TableRows.quoted(name[1])))) {
                found.next();
                counters.add(new Manifest.Counter(name[0], name[1], found.getLong(1), found.getBoolean(2)));
            }
        }
        return counters;
    }

    /** Which of the schemas are there. */
    List<String> present() throws SQLException {
        var present = new ArrayList<String>();
        try (var asked = connection.prepareStatement("select nspname from pg_namespace where nspname = any (?) order by 1")) {
            asked.setArray(1, schemas);
            try (var found = asked.executeQuery()) {
                while (found.next()) {
                    present.add(found.getString(1));
                }
            }
        }
        return present;
    }

    /** Module, and the version its tables have. */
    Map<String, String> versions() throws SQLException {
        var versions = new TreeMap<String, String>();
        for (var schema : present()) {
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("select max(version) from %s.migration_history where success and version is not null"
                            .formatted(TableRows.quoted(schema)))) {
                found.next();
                versions.put(schema, found.getString(1));
            }
        }
        return versions;
    }

    private Map<String, Set<String>> parents() throws SQLException {
        var parents = new HashMap<String, Set<String>>();
        try (var asked = connection.prepareStatement("""
                select cn.nspname, c.relname, pn.nspname, p.relname
                from pg_constraint f
                join pg_class c on c.oid = f.conrelid join pg_namespace cn on cn.oid = c.relnamespace
                join pg_class p on p.oid = f.confrelid join pg_namespace pn on pn.oid = p.relnamespace
                where f.contype = 'f' and cn.nspname = any (?)
                """)) {
            asked.setArray(1, schemas);
            try (var found = asked.executeQuery()) {
                while (found.next()) {
                    var child = TableRows.quoted(found.getString(1)) + "." + TableRows.quoted(found.getString(2));
                    var parent = TableRows.quoted(found.getString(3)) + "." + TableRows.quoted(found.getString(4));
                    parents.computeIfAbsent(child, none -> new HashSet<>()).add(parent);
                }
            }
        }
        return parents;
    }

    private static List<TableRows> parentsFirst(TreeMap<String, TableRows> byPath, Map<String, Set<String>> parents) {
        var ordered = new LinkedHashSet<TableRows>();
        byPath.keySet().forEach(path -> placeAfterItsParents(path, byPath, parents, new HashSet<>(), ordered));
        return List.copyOf(ordered);
    }

    private static void placeAfterItsParents(
            String path,
            Map<String, TableRows> byPath,
            Map<String, Set<String>> parents,
            Set<String> underWay,
            LinkedHashSet<TableRows> ordered) {
        var table = byPath.get(path);
        // a table may lead to itself, and deferrable keys may lead in a circle: those wait for the commit
        if (table == null || ordered.contains(table) || !underWay.add(path)) {
            return;
        }
        parents.getOrDefault(path, Set.of()).stream()
                .sorted()
                .forEach(parent -> placeAfterItsParents(parent, byPath, parents, underWay, ordered));
        ordered.add(table);
    }
}
