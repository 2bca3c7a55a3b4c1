// SPDX-License-Identifier: Apache-2.0
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Planes;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.shipped.ShippedCatalogue;
import org.postgresql.PGConnection;

/**
 * Planes from 10,000 frozen statements, read from the database, against COPY of the same choices as rows, in turn: rows a second.
 * Arguments: address, login and password of the owner.
 */
class PlanesBench {

    private static final int STATEMENTS = 10_000;
    private static final int TIMES = 5;

    public static void main(String[] arguments) throws Exception {
        var shipped = ShippedCatalogue.read(Instant.EPOCH).get(1);
        var catalogue = new Catalogue(shipped.edition(), shipped.controls(), List.of());
        var controls = catalogue.controls().stream().filter(AnswerRules::isAnswered).map(control -> control.id()).toList();
        long rows = (long) STATEMENTS * controls.size();
        try (var database = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            seed(database, controls.size());
            for (int i = 0; i < TIMES; i++) {
                double planes = planes(database, catalogue);
                double copy = copy(database, controls);
                System.out.printf("planes %.0f rows/s, copy %.0f rows/s, ratio %.2f%n", rows / planes, rows / copy, copy / planes);
            }
            database.createStatement().execute("drop schema bench_planes cascade");
        }
    }

    private static void seed(Connection database, int controls) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("drop schema if exists bench_planes cascade");
            statement.execute("create schema bench_planes");
            statement.execute("create table bench_planes.choices (hash text primary key, choices text not null)");
            statement.execute("""
                    insert into bench_planes.choices
                    select encode(sha256(n::text::bytea), 'hex'),
                        (select string_agg(substr('aaalo', 1 + ((n * 31 + c * 17) %% 5), 1), '' order by c) from generate_series(1, %d) c)
                    from generate_series(1, %d) n
                    """.formatted(controls, STATEMENTS));
            statement.execute("create table bench_planes.rows (hash text not null, control text not null, choice text not null)");
        }
    }

    private static double planes(Connection database, Catalogue catalogue) throws SQLException {
        long begun = System.nanoTime();
        var letters = new ArrayList<Map.Entry<String, String>>();
        try (var asked = database.createStatement(); var found = asked.executeQuery("select hash, choices from bench_planes.choices order by hash")) {
            while (found.next()) {
                letters.add(Map.entry(found.getString(1), found.getString(2)));
            }
        }
        if (Planes.of(catalogue, letters).size() != STATEMENTS) {
            throw new IllegalStateException("not all of them");
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** The text of a statement's rows is made before the clock runs. */
    private static double copy(Connection database, List<String> controls) throws Exception {
        var text = new StringBuilder();
        for (var control : controls) {
            text.append("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\t").append(control).append("\tadopted\n");
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        database.createStatement().execute("truncate bench_planes.rows");
        long begun = System.nanoTime();
        var copying = database.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bench_planes.rows from stdin");
        for (int i = 0; i < STATEMENTS; i++) {
            copying.writeToCopy(bytes, 0, bytes.length);
        }
        copying.endCopy();
        return (System.nanoTime() - begun) / 1e9;
    }
}
