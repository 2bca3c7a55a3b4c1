// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import jp.torokubo.SettableClock;
import jp.torokubo.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Organisations, people and dossiers for tests, written by the owner of the database, before whom there are no walls.
 *
 * <pre>
 * var alpha = World.organisation(OrganisationKind.PROVIDER, "アルファ");
 * var aiko = World.person("愛子", Caller.PROVIDER_MANAGER, alpha);
 * mvc.perform(get("/desk/dossiers").with(Operators.signedIn(aiko)))…
 * </pre>
 */
public final class World {

    private World() {}

    public static OrganisationId organisation(OrganisationKind kind, String name) {
        return organisation(kind, name, null);
    }

    public static OrganisationId organisation(OrganisationKind kind, String name, @Nullable String corporateNumber) {
        var id = UUID.randomUUID();
        said("insert into identity.organisation (id, kind, corporate_number, registered_at, registered_by) values (?, ?, ?, ?, ?)",
                id, kind.name(), corporateNumber, since(), PersonId.SYSTEM.value());
        said("insert into identity.organisation_name (id, organisation, name_ja, recorded_at, recorded_by) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(), id, name, since(), PersonId.SYSTEM.value());
        return new OrganisationId(id);
    }

    /** Somebody who has an authenticator with {@link Operators#SECRET}, and an address made of his id. */
    public static Actor person(String name, Caller role, OrganisationId organisation) {
        var id = UUID.randomUUID();
        said("""
                insert into identity.person (id, name, login, totp_secret, totp_confirmed, usable_since, created_at)
                values (?, ?, ?, ?, true, ?, ?)
                """, id, name, loginOf(new PersonId(id)), Operators.SECRET, since(), since());
        var actor = new Actor(new PersonId(id), name, role, organisation, null);
        alsoHolds(actor, role, organisation);
        return actor;
    }

    /** @return the same person in a further role */
    public static Actor alsoHolds(Actor actor, Caller role, OrganisationId organisation) {
        said("insert into identity.role (id, person, role, organisation, starts_at, granted_by) values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(), actor.person().value(), role.name(), organisation.value(), since(), PersonId.SYSTEM.value());
        return new Actor(actor.person(), actor.name(), role, organisation, null);
    }

    public static String loginOf(PersonId person) {
        return person.value() + "@example.jp";
    }

    public static DossierId dossier(Actor owner, String title) {
        var id = UUID.randomUUID();
        said("insert into identity.dossier (id, organisation, title, opened_at, opened_by) values (?, ?, ?, ?, ?)",
                id, owner.organisation().value(), title, since(), owner.person().value());
        return new DossierId(id);
    }

    public static UUID assign(DossierId dossier, Actor person, Part part, boolean mayAssign) {
        var id = UUID.randomUUID();
        said("""
                insert into identity.assignment
                    (id, dossier, person, organisation, part, may_assign, starts_at, assigned_by) values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id, dossier.value(), person.person().value(), person.organisation().value(), part.name(), mayAssign, since(),
                PersonId.SYSTEM.value());
        return id;
    }

    /** Takes down what the database guards, so that it is seen whether the program's own conditions are enough. */
    public static void withoutPolicies() {
        said("""
                do $$ declare t record; begin
                    for t in select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                             where c.relrowsecurity loop
                        execute format('alter table %I.%I disable row level security', t.nspname, t.relname);
                    end loop;
                end $$
                """);
    }

    /** Puts up again what {@link #withoutPolicies()} has taken down. */
    public static void withPolicies() {
        said("""
                do $$ declare t record; begin
                    for t in select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                             where c.relforcerowsecurity loop
                        execute format('alter table %I.%I enable row level security', t.nspname, t.relname);
                    end loop;
                end $$
                """);
    }

    /** Says something to the database as its owner. */
    public static void said(String sql, @Nullable Object... values) {
        try (var owner = TestDatabase.place().connectAsOwner();
                var statement = owner.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Asks the database something as its owner. */
    public static UUID asked(String sql, Object... values) {
        try (var owner = TestDatabase.place().connectAsOwner();
                var statement = owner.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getObject(1, UUID.class);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Timestamp since() {
        return Timestamp.from(SettableClock.START.minusSeconds(86_400));
    }
}
