// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.sql.SQLException;
import java.util.UUID;
import jp.torokubo.TestDatabase;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.PersonId;

/** Two people who may run the register. */
final class Operators {

    static final Actor ICHIRO = new Actor(new PersonId(new UUID(1, 1)), "一郎", Caller.OPERATOR);
    static final Actor HANAKO = new Actor(new PersonId(new UUID(1, 2)), "花子", Caller.OPERATOR);

    private Operators() {}

    static void arrive() throws SQLException {
        for (var actor : new Actor[] {ICHIRO, HANAKO}) {
            var id = actor.person().value();
            try (var owner = TestDatabase.place().connectAsOwner();
                    var statement = owner.createStatement()) {
                statement.execute("insert into identity.person (id, name, login, usable_since, created_at) values ('%s', '%s', '%s@example.jp', now(), now()) on conflict do nothing"
                        .formatted(id, actor.name(), id));
                statement.execute("insert into identity.role (id, person, role, starts_at, granted_by) values ('%s', '%s', 'OPERATOR', now(), '%s') on conflict do nothing"
                        .formatted(id, id, id));
            }
        }
    }
}
