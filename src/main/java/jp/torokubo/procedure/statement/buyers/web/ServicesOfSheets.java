// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The services of the register that sheets name, as they stand today. */
@Component
class ServicesOfSheets {

    private static final List<RegisterName> REGISTERS = List.of(RegisterName.ISMAP, RegisterName.LIU);

    private final RegisterReading register;
    private final InstantSource clock;

    ServicesOfSheets(RegisterReading register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    Optional<ServiceView> find(String numberOrId) {
        return REGISTERS.stream().flatMap(name -> register.service(name, numberOrId, TokyoDay.today(clock), null).stream()).findFirst();
    }

    /** What it is called by in addresses: its number, or its id where it has none; empty where no service is named. */
    String number(@Nullable UUID service) {
        return service == null ? "" : find(service.toString()).map(ServicesOfSheets::called).orElse(service.toString());
    }

    static String called(ServiceView view) {
        var number = view.listed().number();
        return number == null ? view.listed().id().value().toString() : number.value();
    }
}
