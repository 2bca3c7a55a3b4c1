// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.Fold;
import jp.torokubo.record.register.PublicContent;
import jp.torokubo.record.register.PublicStatement;
import jp.torokubo.record.register.PublicStatementFile;
import jp.torokubo.record.register.RegisterEvent.StatementStated;
import jp.torokubo.record.register.RegisterName;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the statements that spans name, each once: its version hash fixes all of it, so there is nothing to bring up to date. */
final class StatementRows {

    private final JdbcClient jdbc;

    StatementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(RegisterName register, List<Fold.Span> spans) {
        for (var statement : among(spans)) {
            int added = jdbc.sql("""
                            insert into register.public_statement (register, version, body)
                            values (:register, :version, :body) on conflict (register, version) do nothing
                            """)
                    .param("register", register.code())
                    .param("version", statement.version())
                    .param("body", body(statement))
                    .update();
            if (added > 0) {
                bases(statement).forEach(base -> jdbc.sql("""
                                insert into register.statement_base (register, version, service_id)
                                values (:register, :version, :base)
                                """)
                        .param("register", register.code())
                        .param("version", statement.version())
                        .param("base", base)
                        .update());
            }
        }
    }

    /** Whether the tables say of every statement the spans name what it says. */
    boolean hold(RegisterName register, List<Fold.Span> spans) {
        return among(spans).stream().allMatch(statement -> keptBody(register, statement.version()).equals(Optional.of(body(statement)))
                && keptBases(register, statement.version()).equals(bases(statement)));
    }

    private Optional<String> keptBody(RegisterName register, String version) {
        return jdbc.sql("select body from register.public_statement where register = :register and version = :version")
                .param("register", register.code())
                .param("version", version)
                .query(String.class)
                .optional();
    }

    private Set<UUID> keptBases(RegisterName register, String version) {
        return new TreeSet<>(jdbc.sql("select service_id from register.statement_base where register = :register and version = :version")
                .param("register", register.code())
                .param("version", version)
                .query(UUID.class)
                .list());
    }

    private static List<PublicStatement> among(List<Fold.Span> spans) {
        return spans.stream()
                .map(span -> span.state().stated())
                .filter(Objects::nonNull)
                .map(StatementStated::statement)
                .distinct()
                .toList();
    }

    private static String body(PublicStatement statement) {
        return CanonicalJson.write(PublicStatementFile.object(statement));
    }

    private static Set<UUID> bases(PublicStatement statement) {
        var bases = new TreeSet<UUID>();
        PublicContent.of(statement).bases().forEach(base -> {
            if (base.registered() != null) {
                bases.add(base.registered());
            }
        });
        return bases;
    }
}
