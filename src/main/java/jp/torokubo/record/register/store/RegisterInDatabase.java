// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.database.PublicRead;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.LegalClock;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterRefusal;
import jp.torokubo.record.register.ServiceFacts;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.Sourced;
import jp.torokubo.record.register.Status;
import jp.torokubo.record.register.entry.FactsCodec;
import jp.torokubo.record.register.importing.RegistrationNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Answers from the published tables.
 *
 * <p>Every answer first fixes the entry up to which it knows, and then asks for nothing that depends on a later one. So the parts of an answer
 * fit together without a transaction, whatever is recorded meanwhile.
 */
@Repository
class RegisterInDatabase implements RegisterReading {

    private static final int LONGEST_TEXT = 200;

    private final JdbcClient jdbc;
    private final Counts counts;
    private final EventRows events;

    RegisterInDatabase(@PublicRead JdbcClient jdbc, Counts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.events = new EventRows(jdbc);
    }

    @Override
    public ServiceList list(ListQuestion question) {
        return list(question, true);
    }

    @Override
    public ServiceList page(ListQuestion question) {
        return list(question, false);
    }

    @Override
    public LocalDate dayOf(String cursor) {
        return ListCursor.day(cursor);
    }

    private ServiceList list(ListQuestion question, boolean withFacets) {
        var length = question.text().codePointCount(0, question.text().length());
        if (length > LONGEST_TEXT) {
            throw new Refused(new RegisterRefusal.TextTooLong(length, LONGEST_TEXT));
        }
        var cursor = question.cursor() == null ? null : ListCursor.of(question.cursor(), question);
        var standing = cursor == null ? standing(question.register(), question.knownAt()) : standingAt(question.register(), cursor.index());
        var sql = new ListSql(question, standing.registerIndex(), standing.completeUntil());
        var rows = rows(question, sql, cursor);
        var more = question.limit() > 0 && rows.size() > question.limit();
        var shown = more ? rows.subList(0, question.limit()) : rows;
        var last = more ? shown.get(shown.size() - 1) : null;
        return new ServiceList(
                question.register(), question.asOf(), standing.knownAt(), standing.registerIndex(), standing.completeUntil(),
                counts.total(question, standing.registerIndex(), sql),
                counts.totalUnfiltered(question, standing.registerIndex(), sql),
                shown.stream().map(Row::listed).toList(),
                withFacets ? counts.facets(question, standing.registerIndex(), sql) : Map.of(),
                last == null
                        ? null
                        : new ListCursor(standing.registerIndex(), question.asOf(), last.key(), last.listed().id().value()).text(question));
    }

    private List<Row> rows(ListQuestion question, ListSql sql, @Nullable ListCursor cursor) {
        var statement = jdbc.sql(sql.page(cursor != null)).params(sql.parameters());
        if (question.limit() > 0) {
            statement = statement.param("limit", question.limit() + 1);
        }
        if (cursor != null) {
            statement = statement.param("lastKey", cursor.key()).param("lastService", cursor.service().toString());
        }
        return statement.query((row, number) -> row(row, question.register(), sql, sql.orderColumn())).list();
    }

    /** @param key what it was put in order by */
    private record Row(ListedService listed, String key) {}

    private static Row row(ResultSet row, RegisterName register, ListSql sql, String orderColumn) throws SQLException {
        var day = orderColumn.equals("registered_on") || orderColumn.equals("valid_until_key");
        return new Row(listed(row, register, sql), day ? dayText(row.getObject(orderColumn, LocalDate.class)) : row.getString(orderColumn));
    }

    private static String dayText(LocalDate day) {
        return day.equals(LocalDate.MAX) ? "infinity" : day.toString();
    }

    private static ListedService listed(ResultSet row, RegisterName register, ListSql sql) throws SQLException {
        var lastKnown = Status.of(row.getString("last_known")).orElseThrow();
        var number = row.getString("number");
        return new ListedService(
                new ServiceId(row.getObject("service_id", UUID.class)),
                number == null ? null : new Sourced<>(number, FactsCodec.provenance(row.getString("provenance"))),
                row.getString("name"),
                row.getString("provider"),
                register,
                row.getObject("registered_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                sql.isPastHorizon() ? Status.UNKNOWN : lastKnown,
                lastKnown);
    }

    @Override
    public Optional<ServiceView> service(RegisterName register, String numberOrId, LocalDate asOf, @Nullable Instant knownAt) {
        var standing = standing(register, knownAt);
        return serviceNamed(register, numberOrId, standing.registerIndex())
                .flatMap(service -> view(register, service, asOf, standing));
    }

    @Override
    public Optional<ServiceId> find(RegisterName register, String numberOrId, @Nullable Instant knownAt) {
        var index = standing(register, knownAt).registerIndex();
        return serviceNamed(register, numberOrId, index)
                .map(ServiceId::new)
                .filter(service -> events.isRecorded(register, service, index));
    }

    private Optional<UUID> serviceNamed(RegisterName register, String numberOrId, long index) {
        if (numberOrId.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Optional.of(UUID.fromString(numberOrId));
        }
        // as it was typed, else in half width and capitals; whoever has the number by now goes before one to whom it was once
        // given by mistake
        return jdbc.sql("""
                        select service_id from register.service_number
                         where register = :register and number in (:number, :plain) and known_from <= :index
                         order by (number = :number) desc, least(known_to, :index + 1) desc, known_from desc
                         limit 1
                        """)
                .param("register", register.code())
                .param("number", numberOrId)
                .param("plain", RegistrationNumbers.plain(numberOrId))
                .param("index", index)
                .query(UUID.class)
                .optional();
    }

    private Optional<ServiceView> view(RegisterName register, UUID service, LocalDate asOf, Standing standing) {
        var question = new ListQuestion(
                register, asOf, null, "", java.util.Set.of(), null, null, Order.NUMBER, false, 0, null);
        var sql = new ListSql(question, standing.registerIndex(), standing.completeUntil());
        return jdbc.sql("select " + ListSql.COLUMNS + ", " + sql.lastKnown() + " as last_known" + sql.rowsOfTheDay()
                        + " and v.service_id = :service")
                .params(sql.parameters())
                .param("service", service)
                .query((row, number) -> view(row, sql, asOf, standing))
                .optional();
    }

    private ServiceView view(ResultSet row, ListSql sql, LocalDate asOf, Standing standing) throws SQLException {
        var listed = listed(row, standing.register(), sql);
        var detail = Version.Detail.of(row.getString("detail"));
        var facts = detail.facts();
        var computed = facts.auditedUntil() == null ? null : LegalClock.answer(facts.auditedUntil());
        var undecided = asOf.equals(row.getObject("undecided_on", LocalDate.class));
        return new ServiceView(
                listed, withFormerNames(detail), new Validity(facts.publishedValidUntil(), computed, undecided),
                standing.knownAt(), standing.registerIndex(), standing.completeUntil(), asOf,
                lastKnownOn(row.getObject("valid_from", LocalDate.class), sql, asOf, standing.completeUntil()), detail.basis(),
                row.getLong("granted_by"), otherNumbers(listed, standing));
    }

    private static LocalDate lastKnownOn(LocalDate since, ListSql sql, LocalDate asOf, @Nullable LocalDate horizon) {
        return !sql.isPastHorizon() ? asOf : horizon == null || horizon.isBefore(since) ? since : horizon;
    }

    private static ServiceFacts withFormerNames(Version.Detail detail) {
        var facts = detail.facts();
        var names = java.util.stream.Stream.concat(facts.alsoKnownAs().stream(), detail.formerNames().stream()).distinct().toList();
        return new ServiceFacts(
                facts.number(), facts.name(), facts.provider(), facts.corporateNumber(), facts.auditedFrom(), facts.auditedUntil(),
                facts.publishedValidUntil(), names);
    }

    /** Every other number by which the service can be asked for; not one that has been found to be somebody else's. */
    private List<String> otherNumbers(ListedService listed, Standing standing) {
        return jdbc.sql("""
                        select distinct n.number from register.service_number n
                         where n.register = :register and n.service_id = :service and n.known_from <= :index
                           and n.number is distinct from :number
                           and not exists (select 1 from register.service_number o
                                            where o.register = n.register and o.number = n.number and o.service_id <> n.service_id
                                              and o.known_from <= :index and o.known_to > :index)
                         order by n.number
                        """)
                .param("register", standing.register().code())
                .param("service", listed.id().value())
                .param("index", standing.registerIndex())
                .param("number", listed.number() == null ? null : listed.number().value(), java.sql.Types.VARCHAR)
                .query(String.class)
                .list();
    }

    @Override
    public List<EventView> events(RegisterName register, ServiceId service, @Nullable Instant knownAt) {
        return events.ofService(register, service, standing(register, knownAt).registerIndex());
    }

    @Override
    public List<EventView> changes(RegisterName register, @Nullable LocalDate effectiveSince, long beforeIndex, int limit) {
        return events.before(register, effectiveSince, null, beforeIndex, limit);
    }

    @Override
    public List<EventView> past(RegisterName register, LocalDate today, int limit) {
        return events.before(register, null, today, Long.MAX_VALUE, limit);
    }

    @Override
    public List<ComingDay> comingDays(RegisterName register, LocalDate today) {
        var standing = standing(register, null);
        var question = new ListQuestion(
                register, today, null, "", java.util.Set.of(), null, null, Order.VALID_UNTIL, false, 0, null);
        var sql = new ListSql(question, standing.registerIndex(), standing.completeUntil());
        return jdbc.sql("select " + ListSql.COLUMNS + ", " + sql.lastKnown() + " as last_known, "
                        + """
                        (select count(distinct c.known_from) - 1 from register.service_version c
                          where c.register = v.register and c.service_id = v.service_id) as revision
                        """
                        + sql.rowsAskedFor() + " and v.valid_until >= :day order by v.valid_until, v.number_key, v.service_id")
                .params(sql.parameters())
                .query((row, number) -> new ComingDay(
                        listed(row, register, sql),
                        Version.Detail.of(row.getString("detail")).facts().publishedValidUntil() != null,
                        row.getInt("revision")))
                .list();
    }

    @Override
    public List<DayCount> grantsByDay(RegisterName register, @Nullable Instant knownAt) {
        return jdbc.sql("""
                        select registered_on, count(distinct service_id) as granted
                          from register.service_version
                         where register = :register and known_from <= :index and known_to > :index
                         group by registered_on
                         order by registered_on
                        """)
                .param("register", register.code())
                .param("index", standing(register, knownAt).registerIndex())
                .query((row, number) -> new DayCount(row.getObject("registered_on", LocalDate.class), row.getLong("granted")))
                .list();
    }

    @Override
    public Standing standing(RegisterName register, @Nullable Instant knownAt) {
        return jdbc.sql("""
                        select e.index, e.recorded_at, h.complete_until
                          from register.event e
                          left join register.horizon h
                            on h.register = e.register and h.known_from <= e.index and h.known_to > e.index
                         where e.register = :register and e.recorded_at <= :at
                         order by e.recorded_at desc, e.index desc
                         limit 1
                        """)
                .param("register", register.code())
                .param("at", knownAt == null || knownAt.isAfter(LATEST) ? LATEST.atOffset(ZoneOffset.UTC) : knownAt.atOffset(ZoneOffset.UTC))
                .query((row, number) -> standing(row, register))
                .optional()
                .orElse(new Standing(register, null, -1, null));
    }

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Standing standingAt(RegisterName register, long index) {
        return jdbc.sql("""
                        select e.index, e.recorded_at, h.complete_until
                          from register.event e
                          left join register.horizon h
                            on h.register = e.register and h.known_from <= e.index and h.known_to > e.index
                         where e.register = :register and e.index = :index
                        """)
                .param("register", register.code())
                .param("index", index)
                .query((row, number) -> standing(row, register))
                .optional()
                .orElseThrow(() -> new Refused(new RegisterRefusal.CursorMalformed()));
    }

    private static Standing standing(ResultSet row, RegisterName register) throws SQLException {
        return new Standing(
                register,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getLong("index"),
                row.getObject("complete_until", LocalDate.class));
    }
}
