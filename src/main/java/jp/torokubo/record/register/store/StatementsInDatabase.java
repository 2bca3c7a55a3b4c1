// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.database.PublicRead;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.PublicContent;
import jp.torokubo.record.register.PublicStatementFile;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.StatementReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statements from the published tables, by the entry up to which the question knows. */
@Repository
class StatementsInDatabase implements StatementReading {

    private static final String KNOWN = """
             where v.register = :register and v.known_from <= :index and v.known_to > :index
            """;
    private static final String OF_THE_DAY = KNOWN + " and v.valid_from <= :day and v.valid_to > :day ";
    private static final String STATED = """
            select v.stated_on, p.body
              from register.service_version v
              join register.public_statement p on p.register = v.register and p.version = v.statement
            """;

    private final JdbcClient jdbc;
    private final RegisterReading reading;

    StatementsInDatabase(@PublicRead JdbcClient jdbc, RegisterReading reading) {
        this.jdbc = jdbc;
        this.reading = reading;
    }

    @Override
    public Optional<Stated> of(RegisterName register, ServiceId service, LocalDate asOf, @Nullable Instant knownAt) {
        return asked(STATED + OF_THE_DAY + " and v.service_id = :service", register, asOf, knownAt)
                .param("service", service.value())
                .query(StatementsInDatabase::stated)
                .optional();
    }

    @Override
    public Optional<Stated> before(RegisterName register, ServiceId service, LocalDate on, @Nullable Instant knownAt) {
        return asked(STATED + KNOWN + """
                           and v.service_id = :service and v.stated_on < :day
                         order by v.stated_on desc, v.valid_from
                         fetch first 1 row only
                        """, register, on, knownAt)
                .param("service", service.value())
                .query(StatementsInDatabase::stated)
                .optional();
    }

    private static Stated stated(ResultSet row, int number) throws SQLException {
        var statement = PublicStatementFile.of(CanonicalJson.read(row.getString("body")));
        return new Stated(row.getObject("stated_on", LocalDate.class), statement, PublicContent.of(statement));
    }

    @Override
    public List<ServiceId> restingOn(RegisterName register, ServiceId base, LocalDate asOf, @Nullable Instant knownAt) {
        return asked("""
                        select v.service_id
                          from register.statement_base b
                          join register.service_version v on v.register = b.register and v.statement = b.version
                        """ + OF_THE_DAY + " and b.service_id = :base order by v.number_key, v.service_id", register, asOf, knownAt)
                .param("base", base.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ServiceId::new)
                .toList();
    }

    private JdbcClient.StatementSpec asked(String sql, RegisterName register, LocalDate asOf, @Nullable Instant knownAt) {
        return jdbc.sql(sql).params(Map.of(
                "register", register.code(), "index", reading.standing(register, knownAt).registerIndex(), "day", asOf));
    }
}
