// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.preparation;

import java.sql.SQLException;
import jp.torokubo.ground.database.CannotStart;

/** A database that has its logins and its tables: proof, for whoever is handed one, that both were seen to. */
public record Prepared(Place place, Logins logins) {

    private static final int OLDEST = 15;

    static Prepared of(Engine engine, DatabaseSettings settings) {
        var place = engine.place();
        return of(place, Logins.of(place, settings.appPassword(), settings.publicPassword()));
    }

    /** Checks the version, ensures the logins, runs the migrations. Several instances may do so at the same time. */
    public static Prepared of(Place place, Logins logins) {
        try {
            mustBeNewEnough(place);
            logins.ensure(place);
        } catch (SQLException failed) {
            throw new CannotStart(
                    "データベース %s を準備できません:%s".formatted(place, failed.getMessage()),
                    "The database %s could not be prepared: %s".formatted(place, failed.getMessage()));
        }
        Migrations.run(place);
        return new Prepared(place, logins);
    }

    private static void mustBeNewEnough(Place place) throws SQLException {
        try (var owner = place.connectAsOwner()) {
            var version = owner.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new CannotStart(
                        "PostgreSQL %d 以上が必要です(接続先は %d です)。".formatted(OLDEST, version),
                        "PostgreSQL %d or newer is needed; this one is %d.".formatted(OLDEST, version));
            }
        }
    }
}
