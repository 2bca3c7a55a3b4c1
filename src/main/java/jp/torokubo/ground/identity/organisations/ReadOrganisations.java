// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.organisations;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.store.Organisations;
import jp.torokubo.ground.identity.store.Roles;
import jp.torokubo.ground.japanese.TokyoDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organisations, as far as somebody may know of them. */
@Service
@Transactional(readOnly = true)
public class ReadOrganisations {

    /**
     * @param names newest first
     * @param people all for its managers and for operators; for everybody else only himself
     */
    public record Opened(Organisation organisation, List<NameByDate> names, List<Roles.Colleague> people) {}

    private final Walls walls;
    private final Organisations organisations;
    private final Roles roles;
    private final InstantSource clock;

    ReadOrganisations(Walls walls, Organisations organisations, Roles roles, InstantSource clock) {
        this.walls = walls;
        this.organisations = organisations;
        this.roles = roles;
        this.clock = clock;
    }

    /** By name; for operators. */
    public List<Organisation> all(Actor actor, @Nullable OrganisationKind kind) {
        walls.enter(actor);
        return organisations.all(kind, TokyoDay.today(clock));
    }

    /** One's own; for operators any. */
    public Optional<Opened> handle(Actor actor, OrganisationId id) {
        if (actor.role() != Caller.OPERATOR && !actor.organisation().equals(id)) {
            return Optional.empty();
        }
        walls.enter(actor);
        var people = roles.colleagues(id).stream()
                .filter(colleague -> actor.role().manages() || colleague.person().equals(actor.person()))
                .toList();
        return organisations.find(id, TokyoDay.today(clock)).map(found -> new Opened(found, organisations.names(id), people));
    }

    /** Those one may stand in for or be stood in for by. */
    public List<Roles.Colleague> colleagues(Actor actor) {
        return roles.colleagues(actor.organisation()).stream()
                .filter(colleague -> !colleague.person().equals(actor.person()))
                .toList();
    }

    /** What these are called today. */
    public Map<OrganisationId, Organisation> named(Actor actor, Collection<OrganisationId> ids) {
        walls.enter(actor);
        return organisations.find(ids, TokyoDay.today(clock)).stream().collect(Collectors.toMap(Organisation::id, known -> known));
    }
}
