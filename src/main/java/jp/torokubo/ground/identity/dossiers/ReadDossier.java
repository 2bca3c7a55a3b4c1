// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.dossiers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.DossierSection;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.organisations.Organisation;
import jp.torokubo.ground.identity.store.Dossiers;
import jp.torokubo.ground.identity.store.Organisations;
import jp.torokubo.ground.japanese.TokyoDay;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A dossier, and the list of those one may know of. */
@Service
@Transactional(readOnly = true)
public class ReadDossier {

    /** @param mine the parts the reader takes in it now; empty for a manager who only oversees it */
    public record Listed(Dossier dossier, Organisation owner, List<Part> mine) {}

    /** @param mayEnd whether the reader may take him out */
    public record Member(
            UUID id, String name, Organisation organisation, Part part, boolean mayAssign, Instant from, @Nullable Instant until,
            boolean present, boolean mayEnd) {}

    /** A page of another module about this dossier. */
    public record Section(String messageKey, String href, long count) {}

    /** @param mayBringIn the parts the reader may bring in people for */
    public record Opened(
            Dossier dossier, Organisation owner, List<Member> members, List<Part> mayBringIn, List<Section> sections) {}

    private final Walls walls;
    private final Dossiers dossiers;
    private final Organisations organisations;
    private final MayAssign mayAssign;
    private final ObjectProvider<DossierSection> sections;
    private final InstantSource clock;

    ReadDossier(
            Walls walls, Dossiers dossiers, Organisations organisations, MayAssign mayAssign,
            ObjectProvider<DossierSection> sections, InstantSource clock) {
        this.walls = walls;
        this.dossiers = dossiers;
        this.organisations = organisations;
        this.mayAssign = mayAssign;
        this.sections = sections;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Listed> all(Actor actor) {
        var reach = walls.enter(actor);
        var now = clock.instant();
        var found = dossiers.all(reach);
        var named = named(found.stream().map(Dossier::owner));
        var parts = new HashMap<DossierId, List<Part>>();
        found.forEach(dossier -> parts.put(dossier.id(), dossiers.assignments(reach, dossier.id()).stream()
                .map(known -> known.assignment())
                .filter(known -> known.person().equals(actor.assigned()) && known.organisation().equals(actor.organisation()))
                .filter(known -> known.holdsAt(now))
                .map(known -> known.part())
                .toList()));
        return found.stream()
                .map(dossier -> new Listed(dossier, named.get(dossier.owner()), parts.get(dossier.id())))
                .toList();
    }

    public Optional<Opened> handle(Actor actor, DossierId id) {
        var reach = walls.enter(actor, id);
        return dossiers.find(reach, id).map(dossier -> opened(reach, dossier));
    }

    private Opened opened(Reach reach, Dossier dossier) {
        var now = clock.instant();
        var assigned = dossiers.assignments(reach, dossier.id());
        var named = named(Stream.concat(
                Stream.of(dossier.owner()), assigned.stream().map(known -> known.assignment().organisation())));
        var members = assigned.stream()
                .map(known -> {
                    var one = known.assignment();
                    var present = one.endsAt() == null || one.endsAt().isAfter(now);
                    return new Member(
                            one.id(), known.name(), named.get(one.organisation()), one.part(), one.mayAssign(), one.startsAt(),
                            one.endsAt(), present, present && mayAssign.mayEnd(reach, dossier, one, now));
                })
                .toList();
        var shown = sections.stream()
                .sorted(Comparator.comparing(DossierSection::order))
                .map(section -> new Section(
                        section.messageKey(), section.href(dossier.id()), section.count().apply(reach, dossier.id())))
                .toList();
        return new Opened(dossier, named.get(dossier.owner()), members, mayAssign.parts(reach, dossier, now), shown);
    }

    private Map<OrganisationId, Organisation> named(Stream<OrganisationId> ids) {
        return organisations.find(ids.distinct().toList(), TokyoDay.today(clock)).stream()
                .collect(Collectors.toMap(Organisation::id, known -> known));
    }
}
