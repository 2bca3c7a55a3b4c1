// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who acts in this transaction, as the policies of the tables see it; and which dossiers he may know of, as the program sees it. */
@Repository
public class Standpoint {

    /**
     * Which dossiers {@code d} somebody may know of. The program's own condition: it must be enough where no policy is in force.
     * Parameters: {@code assigned}, {@code organisation}, {@code role}, {@code now}.
     */
    static final String MAY_KNOW = """
            (d.organisation = :organisation and :role = 'PROVIDER_MANAGER'
             or exists (select from identity.assignment mine
                        where mine.dossier = d.id and mine.person = :assigned and mine.organisation = :organisation
                          and mine.starts_at <= :now and (mine.ends_at is null or mine.ends_at > :now)))
            """;

    private final JdbcClient database;

    Standpoint(JdbcClient database) {
        this.database = database;
    }

    public void actAsProgram() {
        database.sql("select identity.act_as_program()").query((row, number) -> "").list();
    }

    /** @param only the one dossier it is about; null: all */
    public void actAs(Actor actor, Instant now, @Nullable DossierId only) {
        of(database.sql("select identity.act_as(:person, :organisation, :role, :assigned, :now, cast(:only as uuid))"), actor, now)
                .param("only", only == null ? null : only.value())
                .param("person", actor.person().value())
                .query((row, number) -> "")
                .list();
    }

    /** @param only the one dossier it is about; null: all */
    public List<DossierId> dossiers(Actor actor, Instant now, @Nullable DossierId only) {
        return of(database.sql("select d.id from identity.dossier d where " + MAY_KNOW
                        + " and (cast(:only as uuid) is null or d.id = cast(:only as uuid)) order by d.id"), actor, now)
                .param("only", only == null ? null : only.value())
                .query((row, number) -> new DossierId(row.getObject(1, UUID.class)))
                .list();
    }

    static JdbcClient.StatementSpec of(JdbcClient.StatementSpec asked, Actor actor, Instant now) {
        return asked.param("assigned", actor.assigned().value())
                .param("organisation", actor.organisation().value())
                .param("role", actor.role().name())
                .param("now", Moments.at(now));
    }
}
