// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.StatementReading;
import jp.torokubo.record.register.StatementReading.Stated;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The versions of a service's statement that everybody knows of: those of which the register has shown the public part, and no others. */
@Component
class PublicVersions {

    private static final List<RegisterName> REGISTERS = List.of(RegisterName.ISMAP, RegisterName.LIU);
    private static final int MOST = 20;

    private final RegisterReading register;
    private final StatementReading statements;
    private final InstantSource clock;

    PublicVersions(RegisterReading register, StatementReading statements, InstantSource clock) {
        this.register = register;
        this.statements = statements;
        this.clock = clock;
    }

    /** @param on day from which it was shown @param from first day of the audited period; null: not known */
    record Offered(String hash, LocalDate on, @Nullable LocalDate from, @Nullable LocalDate until) {

        static Offered of(Stated stated) {
            return new Offered(stated.statement().version(), stated.on(), stated.content().from(), stated.content().until());
        }
    }

    /** Newest first. @param numberOrId of the service, as typed */
    List<Offered> of(String numberOrId) {
        for (var name : REGISTERS) {
            var service = numberOrId.isBlank() ? Optional.<ServiceId>empty() : register.find(name, numberOrId, null);
            if (service.isPresent()) {
                return of(name, service.get());
            }
        }
        return List.of();
    }

    private List<Offered> of(RegisterName name, ServiceId service) {
        var offered = new LinkedHashMap<String, Offered>();
        var one = statements.before(name, service, TokyoDay.today(clock).plusDays(1), null);
        while (one.isPresent() && offered.size() < MOST) {
            offered.putIfAbsent(one.get().statement().version(), Offered.of(one.get()));
            one = statements.before(name, service, one.get().on(), null);
        }
        return new ArrayList<>(offered.values());
    }
}
