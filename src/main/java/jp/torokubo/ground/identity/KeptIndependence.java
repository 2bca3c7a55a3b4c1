// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import jp.torokubo.ground.identity.store.Dossiers;
import jp.torokubo.ground.identity.store.Organisations;
import jp.torokubo.ground.identity.store.Relations;
import jp.torokubo.ground.japanese.SearchKey;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for ties as the program: neither the one who is asked about nor the one who asks need know of each other. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class KeptIndependence implements Independence {

    private final Walls walls;
    private final Dossiers dossiers;
    private final Organisations organisations;
    private final Relations relations;
    private final InstantSource clock;

    KeptIndependence(Walls walls, Dossiers dossiers, Organisations organisations, Relations relations, InstantSource clock) {
        this.walls = walls;
        this.dossiers = dossiers;
        this.organisations = organisations;
        this.relations = relations;
        this.clock = clock;
    }

    @Override
    public Optional<Refusal> whyMayNotAct(Reach reach, DossierId id) {
        var found = dossiers.find(reach, id);
        if (found.isEmpty()) {
            return Optional.of(new IdentityRefusal.DossierUnknown());
        }
        var actor = reach.actor();
        var now = clock.instant();
        var mustBeIndependent = dossiers.assignments(reach, id).stream()
                .map(DossierReading.Assigned::assignment)
                .filter(mine -> mine.person().equals(actor.assigned()) && mine.holdsAt(now))
                .anyMatch(mine -> mine.part().mustBeIndependent());
        if (!mustBeIndependent) {
            return Optional.empty();
        }
        var day = TokyoDay.of(now);
        return Stream.of(actor.person(), actor.assigned())
                .flatMap(person -> tie(actor, person, found.get().owner(), day).stream())
                .findFirst()
                .map(tie -> new IdentityRefusal.NotIndependent(tie.kind()));
    }

    @Override
    public Optional<Tie> tie(Actor asking, PersonId person, OrganisationId organisation, LocalDate day) {
        return walls.asProgram(asking, () -> tie(person, organisation, day));
    }

    private Optional<Tie> tie(PersonId person, OrganisationId organisation, LocalDate day) {
        return relations.roleSince(person, organisation).map(since -> new Tie(Kind.HOLDS_A_ROLE, dayOf(since)))
                .or(() -> relations.advisesSince(person, organisation, clock.instant())
                        .map(since -> new Tie(Kind.ADVISES, dayOf(since))))
                .or(() -> declared(person, organisation, day));
    }

    private Optional<Tie> declared(PersonId person, OrganisationId id, LocalDate day) {
        var keys = organisations.names(id).stream()
                .flatMap(name -> Stream.ofNullable(name.nameEn()).map(SearchKey::of))
                .toList();
        var japanese = organisations.names(id).stream().map(name -> SearchKey.of(name.nameJa())).toList();
        var number = organisations.find(id, day).map(known -> known.corporateNumber()).orElse(null);
        return relations.declared(person, number, Stream.concat(keys.stream(), japanese.stream()).toList(), day);
    }

    private static LocalDate dayOf(Instant instant) {
        return TokyoDay.of(instant);
    }
}
