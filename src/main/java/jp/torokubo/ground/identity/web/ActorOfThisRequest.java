// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.CurrentActor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Reads who is signed in from what the desk's door has found out. */
@Component
class ActorOfThisRequest implements CurrentActor {

    @Override
    public Optional<Actor> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.getPrincipal())
                : Optional.empty();
    }

    @Override
    public Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in on this request"));
    }
}
