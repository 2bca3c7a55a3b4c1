// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.organisations.NameByDate;
import jp.torokubo.ground.identity.organisations.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Organisations and what they were called when. Behind a wall: asked only for ids the asker has met, or by operators. */
@Repository
public class Organisations {

    private static final String ON_A_DAY = """
            select o.id, o.kind, o.corporate_number, n.name_ja, n.name_en
            from identity.organisation o
            join lateral (select name_ja, name_en from identity.organisation_name
                          where organisation = o.id and (valid_from is null or valid_from <= :day)
                          order by valid_from desc nulls last limit 1) n on true
            """;

    private final JdbcClient database;

    Organisations(JdbcClient database) {
        this.database = database;
    }

    public Optional<Organisation> find(OrganisationId id, LocalDate day) {
        return database.sql(ON_A_DAY + " where o.id = :id")
                .param("day", day)
                .param("id", id.value())
                .query(Organisations::organisation)
                .optional();
    }

    public List<Organisation> find(Collection<OrganisationId> ids, LocalDate day) {
        return database.sql(ON_A_DAY + " where o.id = any (:ids) order by n.name_ja, o.id")
                .param("day", day)
                .param("ids", ids.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query(Organisations::organisation)
                .list();
    }

    public Optional<Organisation> find(OrganisationKind kind, String corporateNumber, LocalDate day) {
        return database.sql(ON_A_DAY + " where o.kind = :kind and o.corporate_number = :number")
                .param("day", day)
                .param("kind", kind.name())
                .param("number", corporateNumber)
                .query(Organisations::organisation)
                .optional();
    }

    /** All, or all of a kind, by name; for operators. */
    public List<Organisation> all(@Nullable OrganisationKind kind, LocalDate day) {
        return database.sql(ON_A_DAY + " where cast(:kind as text) is null or o.kind = :kind order by n.name_ja, o.id")
                .param("day", day)
                .param("kind", kind == null ? null : kind.name())
                .query(Organisations::organisation)
                .list();
    }

    public Optional<OrganisationKind> kindOf(OrganisationId id) {
        return database.sql("select kind from identity.organisation where id = :id")
                .param("id", id.value())
                .query((row, number) -> OrganisationKind.valueOf(row.getString(1)))
                .optional();
    }

    /** Newest first. */
    public List<NameByDate> names(OrganisationId id) {
        return database.sql("""
                        select name_ja, name_en, valid_from from identity.organisation_name
                        where organisation = :id order by valid_from desc nulls last
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new NameByDate(row.getString("name_ja"), row.getString("name_en"), row.getObject("valid_from", LocalDate.class)))
                .list();
    }

    public void add(OrganisationId id, OrganisationKind kind, @Nullable String corporateNumber, PersonId by, Instant at) {
        database.sql("""
                        insert into identity.organisation (id, kind, corporate_number, registered_at, registered_by)
                        values (:id, :kind, :number, :at, :by)
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("number", corporateNumber)
                .param("at", Moments.at(at))
                .param("by", by.value())
                .update();
    }

    /** @return false if there is a name from that day on already */
    public boolean addName(UUID name, OrganisationId id, NameByDate called, PersonId by, Instant at) {
        return database.sql("""
                        insert into identity.organisation_name (id, organisation, name_ja, name_en, valid_from, recorded_at, recorded_by)
                        values (:name, :id, :ja, :en, :from, :at, :by)
                        on conflict (organisation, valid_from) do nothing
                        """)
                        .param("name", name)
                        .param("id", id.value())
                        .param("ja", called.nameJa())
                        .param("en", called.nameEn())
                        .param("from", called.validFrom())
                        .param("at", Moments.at(at))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)), OrganisationKind.valueOf(row.getString("kind")),
                row.getString("corporate_number"), row.getString("name_ja"), row.getString("name_en"));
    }
}
