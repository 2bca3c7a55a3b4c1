// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Assignment;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.DossierReading.Assigned;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dossiers and who is assigned to them. Every question carries what the asker may reach. */
@Repository
public class Dossiers {


    private static final String DOSSIER = "select d.id, d.organisation, d.title, d.opened_at, d.closed_at from identity.dossier d ";
    private static final String ASSIGNMENT = """
            select a.id, a.dossier, a.person, a.organisation, a.part, a.may_assign, a.starts_at, a.ends_at, p.name, p.login
            from identity.assignment a join identity.person p on p.id = a.person
            """;

    private final JdbcClient database;

    Dossiers(JdbcClient database) {
        this.database = database;
    }

    public Optional<Dossier> find(Reach reach, DossierId id) {
        return database.sql(DOSSIER + " where d.id = :id and d.id = any (:reach)")
                .param("id", id.value())
                .param("reach", reach.dossierArray())
                .query(Dossiers::dossier)
                .optional();
    }

    /** Newest first. */
    public List<Dossier> all(Reach reach) {
        return database.sql(DOSSIER + " where d.id = any (:reach) order by d.opened_at desc, d.id desc")
                .param("reach", reach.dossierArray())
                .query(Dossiers::dossier)
                .list();
    }

    public void add(Dossier dossier, PersonId by) {
        database.sql("""
                        insert into identity.dossier (id, organisation, title, opened_at, opened_by)
                        values (:id, :organisation, :title, :at, :by)
                        """)
                .param("id", dossier.id().value())
                .param("organisation", dossier.owner().value())
                .param("title", dossier.title())
                .param("at", Moments.at(dossier.openedAt()))
                .param("by", by.value())
                .update();
    }

    /** Present and past, in the order in which they began. */
    public List<Assigned> assignments(Reach reach, DossierId id) {
        return database.sql(ASSIGNMENT + " where a.dossier = :id and a.dossier = any (:reach) order by a.starts_at, a.id")
                .param("id", id.value())
                .param("reach", reach.dossierArray())
                .query(Dossiers::assigned)
                .list();
    }

    /** Held until the transaction ends. */
    public Optional<Assigned> assignmentForUpdate(Reach reach, DossierId dossier, UUID id) {
        return database.sql(ASSIGNMENT + " where a.id = :id and a.dossier = :dossier and a.dossier = any (:reach) for update of a")
                .param("id", id)
                .param("dossier", dossier.value())
                .param("reach", reach.dossierArray())
                .query(Dossiers::assigned)
                .optional();
    }

    public void assign(Assignment assignment, PersonId by) {
        database.sql("""
                        insert into identity.assignment
                            (id, dossier, person, organisation, part, may_assign, starts_at, ends_at, assigned_by)
                        values (:id, :dossier, :person, :organisation, :part, :may, :starts, :ends, :by)
                        """)
                .param("id", assignment.id())
                .param("dossier", assignment.dossier().value())
                .param("person", assignment.person().value())
                .param("organisation", assignment.organisation().value())
                .param("part", assignment.part().name())
                .param("may", assignment.mayAssign())
                .param("starts", Moments.at(assignment.startsAt()))
                .param("ends", assignment.endsAt() == null ? null : Moments.at(assignment.endsAt()))
                .param("by", by.value())
                .update();
    }

    public void end(UUID assignment, PersonId by, Instant at) {
        database.sql("""
                        update identity.assignment set ends_at = greatest(starts_at, :at), ended_by = :by
                        where id = :id and (ends_at is null or ends_at > :at)
                        """)
                .param("id", assignment)
                .param("at", Moments.at(at))
                .param("by", by.value())
                .update();
    }

    /** Whoever has left an organisation has left its dossiers. Done by the program, which alone sees them all. */
    public void endAllOf(PersonId person, OrganisationId organisation, PersonId by, Instant at) {
        database.sql("""
                        update identity.assignment set ends_at = greatest(starts_at, :at), ended_by = :by
                        where person = :person and organisation = :organisation and (ends_at is null or ends_at > :at)
                        """)
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("at", Moments.at(at))
                .param("by", by.value())
                .update();
    }

    private static Dossier dossier(ResultSet row, int number) throws SQLException {
        return new Dossier(
                new DossierId(row.getObject("id", UUID.class)), new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("title"), Moments.read(row, "opened_at"), Moments.readIfSet(row, "closed_at"));
    }

    private static Assigned assigned(ResultSet row, int number) throws SQLException {
        @Nullable Instant ends = Moments.readIfSet(row, "ends_at");
        var assignment = new Assignment(
                row.getObject("id", UUID.class), new DossierId(row.getObject("dossier", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)), new OrganisationId(row.getObject("organisation", UUID.class)),
                Part.valueOf(row.getString("part")), row.getBoolean("may_assign"), Moments.read(row, "starts_at"), ends);
        return new Assigned(assignment, row.getString("name"), row.getString("login"));
    }
}
