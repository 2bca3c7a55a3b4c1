// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.store.Organisations;
import jp.torokubo.ground.identity.store.Roles;
import org.springframework.stereotype.Component;

/**
 * Who says who belongs to an organisation: its own managers; and operators, who look after their own people and see to it that every
 * organisation has a manager, and no further.
 */
@Component
class MayManage {

    private final Walls walls;
    private final Organisations organisations;
    private final Roles roles;

    MayManage(Walls walls, Organisations organisations, Roles roles) {
        this.walls = walls;
        this.organisations = organisations;
        this.roles = roles;
    }

    /** Whether this one may give or end that role there. */
    boolean people(Actor actor, OrganisationId organisation, Caller role) {
        var entitled = actor.role() == Caller.OPERATOR
                ? role.manages()
                : actor.role().manages() && actor.organisation().equals(organisation);
        if (!entitled) {
            return false;
        }
        walls.enter(actor);
        return organisations.kindOf(organisation).filter(role::fits).isPresent();
    }

    /** Whether this one may take away the proofs of that one: only where no other organisation relies on them, or as an operator. */
    boolean proofsOf(Actor actor, PersonId person) {
        if (actor.role() == Caller.OPERATOR) {
            return true;
        }
        var held = roles.of(person);
        return actor.role().manages() && !held.isEmpty()
                && held.stream().allMatch(role -> role.organisation().equals(actor.organisation()));
    }
}
