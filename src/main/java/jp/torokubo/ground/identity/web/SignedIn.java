// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.util.List;
import jp.torokubo.ground.identity.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The person of this request, in the form the security framework asks for. Made anew for every request, never stored. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    public SignedIn(Actor actor) {
        super(List.of(new SimpleGrantedAuthority(actor.role().name())));
        this.actor = actor;
        setAuthenticated(true);
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
