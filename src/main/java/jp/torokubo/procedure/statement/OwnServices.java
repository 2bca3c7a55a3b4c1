// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Names;
import jp.torokubo.ground.japanese.SearchKey;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.procedure.statement.buyers.SheetRefusal;
import jp.torokubo.procedure.statement.store.Sheets;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The services of which the register says that somebody acts for their provider. Asked after the walls have been entered. */
@Component
class OwnServices {

    private static final List<RegisterName> REGISTERS = List.of(RegisterName.ISMAP, RegisterName.LIU);

    private final RegisterReading register;
    private final Sheets sheets;
    private final Names names;
    private final InstantSource clock;

    OwnServices(RegisterReading register, Sheets sheets, Names names, InstantSource clock) {
        this.register = register;
        this.sheets = sheets;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param called number or id
     * @param kept the one that is named already, and may stay so whoever writes beside it; null: none
     * @throws Halt where there is none, or the register names another provider today
     */
    UUID find(Actor actor, String called, @Nullable UUID kept) {
        var view = REGISTERS.stream().flatMap(name -> register.service(name, called, TokyoDay.today(clock), null).stream()).findFirst()
                .orElseThrow(() -> new Halt(new SheetRefusal.ServiceUnknown(shortened(called))));
        if (!view.listed().id().value().equals(kept) && !isTheProvider(actor, view)) {
            var number = view.listed().number();
            throw new Halt(new SheetRefusal.ServiceOfAnother(number == null ? shortened(called) : number.value()));
        }
        return view.listed().id().value();
    }

    /** By the corporate numbers where both are known, else by the name that operators have registered. */
    private boolean isTheProvider(Actor actor, ServiceView view) {
        var published = view.facts().corporateNumber();
        var own = sheets.actingCorporateNumber();
        if (published != null && own.isPresent()) {
            return published.value().equals(own.get());
        }
        return names.organisation(actor.organisation(), TokyoDay.today(clock), Locale.JAPANESE)
                .map(name -> SearchKey.of(name).equals(SearchKey.of(view.facts().provider()))).orElse(false);
    }

    private static String shortened(String given) {
        return given.codePointCount(0, given.length()) > 40 ? given.substring(0, given.offsetByCodePoints(0, 40)) + "…" : given;
    }
}
