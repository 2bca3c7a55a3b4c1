// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.DossierReading;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.Reach;
import org.springframework.stereotype.Component;

/** Who works on the statements of a dossier: those who can own rows, and be spoken to in comments. */
@Component
class Colleagues {

    private final DossierReading dossiers;
    private final InstantSource clock;

    Colleagues(DossierReading dossiers, InstantSource clock) {
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** Of the provider's side, at this moment; each once. */
    List<Colleague> now(Reach reach, DossierId dossier) {
        var now = clock.instant();
        return List.copyOf(known(reach, dossier, one -> one.assignment().holdsAt(now) && isOfTheProvidersSide(one.assignment().part()))
                .values());
    }

    /** Also those who have left, by login. */
    Map<String, Colleague> ever(Reach reach, DossierId dossier) {
        return known(reach, dossier, one -> true);
    }

    private Map<String, Colleague> known(Reach reach, DossierId dossier, Predicate<DossierReading.Assigned> wanted) {
        var known = new LinkedHashMap<String, Colleague>();
        dossiers.assignments(reach, dossier).stream().filter(wanted)
                .forEach(one -> known.put(one.login(), new Colleague(one.assignment().person(), one.name(), one.login())));
        return known;
    }

    private static boolean isOfTheProvidersSide(Part part) {
        return part == Part.AUTHOR || part == Part.ADVISER;
    }
}
