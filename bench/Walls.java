// SPDX-License-Identifier: Apache-2.0
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

/** Times the same query on 1,000,000 rows behind a wall and on the same rows without one, in turn, as the program's own login. */
class Walls {

    private static final int DOSSIERS = 10_000;
    private static final int ROWS_EACH = 100;
    private static final int ROUNDS = 5;
    private static final int QUERIES = 400;

    public static void main(String[] given) throws SQLException {
        try (var database = DriverManager.getConnection(given[0], given[1], given[2])) {
            seed(database);
            for (var assigned : new int[] {20, 200}) {
                compare(database, assigned);
            }
        }
    }

    private static void compare(Connection database, int assigned) throws SQLException {
        var person = assigned(database, assigned);
        var dossiers = dossiers(database, person);
        try (var statement = database.createStatement()) {
            statement.execute("set role torokubo_app");
            compare(database, person, dossiers, "one of %d dossiers, newest 20".formatted(assigned),
                    "select id, text from identity.%s where dossier = ? and dossier = any (?) order by at desc limit 20", true);
            compare(database, person, dossiers, "all %d dossiers, newest 20".formatted(assigned),
                    "select id, text from identity.%s where dossier = any (?) order by at desc limit 20", false);
            statement.execute("reset role");
        }
    }

    private static void seed(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("drop table if exists identity.bench_walled, identity.bench_open");
            statement.execute("create table identity.bench_walled (id uuid primary key, dossier uuid not null, at timestamptz not null, text text not null)");
            statement.execute("""
                    insert into identity.organisation (id, kind, registered_at, registered_by)
                    values ('00000000-0000-7000-8000-0000000000aa', 'PROVIDER', now(), gen_random_uuid()) on conflict do nothing
                    """);
            statement.execute("delete from identity.assignment where dossier in (select id from identity.dossier where title = 'bench')");
            statement.execute("delete from identity.dossier where title = 'bench'");
            statement.execute("""
                    insert into identity.dossier (id, organisation, title, opened_at, opened_by)
                    select gen_random_uuid(), '00000000-0000-7000-8000-0000000000aa', 'bench', now(), gen_random_uuid()
                    from generate_series(1, %d)
                    """.formatted(DOSSIERS));
            statement.execute("""
                    insert into identity.bench_walled
                    select gen_random_uuid(), d.id, now() - random() * interval '300 days', repeat('x', 200)
                    from identity.dossier d, generate_series(1, %d) where d.title = 'bench'
                    """.formatted(ROWS_EACH));
            statement.execute("create table identity.bench_open as select * from identity.bench_walled");
            statement.execute("alter table identity.bench_open add primary key (id)");
            statement.execute("create index on identity.bench_walled (dossier, at desc)");
            statement.execute("create index on identity.bench_open (dossier, at desc)");
            statement.execute("grant select on identity.bench_walled, identity.bench_open to torokubo_app");
            statement.execute("alter table identity.bench_walled enable row level security");
            statement.execute("alter table identity.bench_walled force row level security");
            statement.execute("""
                    create policy walls on identity.bench_walled using (
                        (select current_setting('torokubo.program', true) = 'yes')
                        or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}')))
                    """);
            statement.execute("vacuum analyze identity.bench_walled, identity.bench_open, identity.dossier");
        }
    }

    private static UUID assigned(Connection database, int assigned) throws SQLException {
        var person = UUID.randomUUID();
        try (var statement = database.createStatement()) {
            statement.execute("insert into identity.person (id, name, login, created_at) values ('%s', 'bench', '%s', now())".formatted(person, person));
            statement.execute("""
                    insert into identity.assignment (id, dossier, person, organisation, part, may_assign, starts_at, assigned_by)
                    select gen_random_uuid(), id, '%s', '00000000-0000-7000-8000-0000000000aa', 'AUTHOR', false, now(), '%s'
                    from (select id from identity.dossier where title = 'bench' order by id limit %d) d
                    """.formatted(person, person, assigned));
            statement.execute("analyze identity.assignment");
        }
        return person;
    }

    private static UUID[] dossiers(Connection database, UUID person) throws SQLException {
        try (var asked = database.prepareStatement("select array_agg(dossier) from identity.assignment where person = ?")) {
            asked.setObject(1, person);
            try (var found = asked.executeQuery()) {
                found.next();
                return (UUID[]) found.getArray(1).getArray();
            }
        }
    }

    private static void compare(Connection database, UUID person, UUID[] dossiers, String what, String sql, boolean one)
            throws SQLException {
        var ratios = new double[ROUNDS];
        run(database, person, dossiers, sql.formatted("bench_walled"), one, new Random(0));
        run(database, person, dossiers, sql.formatted("bench_open"), one, new Random(0));
        for (var round = 0; round < ROUNDS; round++) {
            var walled = run(database, person, dossiers, sql.formatted("bench_walled"), one, new Random(round));
            var open = run(database, person, dossiers, sql.formatted("bench_open"), one, new Random(round));
            ratios[round] = walled / open;
            System.out.printf("%s, round %d: walled %.3f ms, open %.3f ms, ratio %.2f (limit 1.2)%n", what, round + 1, walled, open, ratios[round]);
        }
        Arrays.sort(ratios);
        System.out.printf("%s: median ratio %.2f%n", what, ratios[ROUNDS / 2]);
    }

    /** Median milliseconds of the query alone; who acts is said in each transaction, before the clock starts. */
    private static double run(Connection database, UUID person, UUID[] dossiers, String sql, boolean one, Random random)
            throws SQLException {
        var times = new long[QUERIES];
        database.setAutoCommit(false);
        try (var acts = database.prepareStatement("select identity.act_as(?, '00000000-0000-7000-8000-0000000000aa', 'PROVIDER_AUTHOR', ?, now(), ?)");
                var asked = database.prepareStatement(sql)) {
            for (var i = 0; i < QUERIES; i++) {
                acts.setObject(1, person);
                acts.setObject(2, person);
                // a page of one dossier enters for that one
                var chosen = dossiers[random.nextInt(dossiers.length)];
                acts.setObject(3, one ? chosen : null, java.sql.Types.OTHER);
                acts.execute();
                times[i] = time(asked, database, one ? new UUID[] {chosen} : dossiers, one);
                database.commit();
            }
        }
        database.setAutoCommit(true);
        Arrays.sort(times);
        return times[QUERIES / 2] / 1e6;
    }

    private static long time(PreparedStatement asked, Connection database, UUID[] dossiers, boolean one) throws SQLException {
        var at = 1;
        if (one) {
            asked.setObject(at++, dossiers[0]);
        }
        asked.setArray(at, database.createArrayOf("uuid", dossiers));
        var start = System.nanoTime();
        try (var found = asked.executeQuery()) {
            var rows = 0;
            while (found.next()) {
                rows += found.getString(2).length() > 0 ? 1 : 0;
            }
            if (rows != 20) {
                throw new IllegalStateException("20 rows were expected, found " + rows);
            }
        }
        return System.nanoTime() - start;
    }
}
