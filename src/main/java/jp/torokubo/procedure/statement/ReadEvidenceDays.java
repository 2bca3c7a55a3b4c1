// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.identity.DossierReading;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.procedure.statement.store.EvidenceShelf;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which statements that are being worked on have evidence whose last day is near or past, for those of the provider's side. */
@Service
public class ReadEvidenceDays {

    /** So many days before its last day evidence is to be renewed. Ours: no rule of the scheme speaks of it. */
    public static final int DAYS_BEFORE = 30;

    /** @param expired how many pieces have expired @param soon how many have their last day within the days @param first the earliest of them */
    public record Near(Dossier dossier, Statement statement, long expired, long soon, LocalDate first) {}

    private final Entrance entrance;
    private final DossierReading dossiers;
    private final EvidenceShelf shelf;
    private final InstantSource clock;

    ReadEvidenceDays(Entrance entrance, DossierReading dossiers, EvidenceShelf shelf, InstantSource clock) {
        this.entrance = entrance;
        this.dossiers = dossiers;
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * The earliest day first. Nobody can write into a closed dossier, and a statement carried over into the next year's is not worked on any
     * more: neither is told of.
     */
    @Transactional(readOnly = true)
    public List<Near> handle(Actor actor) {
        if (!Entrance.isOfTheProvidersSide(actor)) {
            return List.of();
        }
        var reach = entrance.enter(actor);
        var open = dossiers.all(reach).stream().filter(Dossier::isOpen).collect(Collectors.toMap(Dossier::id, one -> one));
        var today = TokyoDay.today(clock);
        return shelf.near(reach, today, today.plusDays(DAYS_BEFORE)).stream()
                .filter(near -> open.containsKey(near.statement().dossier()))
                .map(near -> new Near(
                        open.get(near.statement().dossier()), near.statement(), near.expired(), near.soon(), near.first()))
                .toList();
    }
}
