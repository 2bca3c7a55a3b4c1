// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Component;

/**
 * What a session of the desk remembers: who, since when, and what he was just doing. Roles and names are not in it; they are asked
 * of the database on every request, so that a role that has ended opens nothing any more.
 */
@Component
class DeskSession {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration AT_MOST = Duration.ofHours(12);
    static final Duration FOR_THE_CODE = Duration.ofMinutes(5);

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final String PERSON = "person";
    private static final String EPOCH = "epoch";
    private static final String SINCE = "since";
    private static final String SEEN = "seen";
    private static final String ROLE = "role";
    private static final String HALF_PERSON = "half.person";
    private static final String HALF_EPOCH = "half.epoch";
    private static final String HALF_SINCE = "half.since";
    private static final String PASSKEY_AT = "passkey.at";
    private static final String ISSUER_AT = "issuer.at";
    private static final String PASSKEY_ASKED = "passkey.asked";

    /** Whose session this is; {@code epoch} as it was when he signed in. */
    record Holder(PersonId person, int epoch) {}

    private final InstantSource clock;
    private final HttpSessionCsrfTokenRepository formTokens = new HttpSessionCsrfTokenRepository();

    DeskSession(InstantSource clock) {
        this.clock = clock;
    }

    /** Begins a session under a new id and with a new form token, so that nothing known from before opens it. */
    void signIn(HttpServletRequest request, HttpServletResponse response, PersonId person, int epoch) {
        var session = renewed(request, response);
        var now = clock.millis();
        session.removeAttribute(HALF_PERSON);
        session.removeAttribute(ROLE);
        session.setAttribute(PERSON, person.value().toString());
        session.setAttribute(EPOCH, epoch);
        session.setAttribute(SINCE, now);
        session.setAttribute(SEEN, now);
        session.removeAttribute(PASSKEY_AT);
        session.removeAttribute(ISSUER_AT);
    }

    /** The role he changed to; null if to none yet. */
    @Nullable UUID role(HttpServletRequest request) {
        return look(request, ROLE) instanceof String role ? UUID.fromString(role) : null;
    }

    void changeRole(HttpServletRequest request, UUID role) {
        request.getSession().setAttribute(ROLE, role.toString());
    }

    void signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Who is signed in, unless he has been idle for too long or has been here for too long. Notes that he is here. */
    Optional<Holder> holder(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(PERSON) instanceof String person)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var seen = moment(session, SEEN);
        if (!seen.plus(IDLE).isAfter(now) || !moment(session, SINCE).plus(AT_MOST).isAfter(now)) {
            session.removeAttribute(PERSON);
            return Optional.empty();
        }
        if (!seen.plus(NOTED_EVERY).isAfter(now)) {
            session.setAttribute(SEEN, now.toEpochMilli());
        }
        return Optional.of(new Holder(new PersonId(UUID.fromString(person)), number(session, EPOCH)));
    }

    /** The password was right; the code must come within five minutes. */
    void passwordRight(HttpServletRequest request, HttpServletResponse response, PersonId person, int epoch) {
        var session = renewed(request, response);
        session.setAttribute(HALF_PERSON, person.value().toString());
        session.setAttribute(HALF_EPOCH, epoch);
        session.setAttribute(HALF_SINCE, clock.millis());
    }

    Optional<Holder> waitingForCode(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(HALF_PERSON) instanceof String person)
                || !moment(session, HALF_SINCE).plus(FOR_THE_CODE).isAfter(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(new Holder(new PersonId(UUID.fromString(person)), number(session, HALF_EPOCH)));
    }

    void passkeyUsed(HttpServletRequest request) {
        request.getSession().setAttribute(PASSKEY_AT, clock.millis());
    }

    @Nullable Instant passkeyUsedAt(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(PASSKEY_AT) instanceof Long millis ? Instant.ofEpochMilli(millis) : null;
    }

    /** He has come in by an issuer, just now. */
    void arrivedByIssuer(HttpServletRequest request) {
        request.getSession().setAttribute(ISSUER_AT, clock.millis());
    }

    @Nullable Instant arrivedByIssuerAt(HttpServletRequest request) {
        return look(request, ISSUER_AT) instanceof Long millis ? Instant.ofEpochMilli(millis) : null;
    }

    void askedForPasskey(HttpServletRequest request, Object options) {
        request.getSession().setAttribute(PASSKEY_ASKED, options);
    }

    /** What the browser was asked when it was to register a passkey; each is answered once. */
    @Nullable PublicKeyCredentialCreationOptions askedToRegister(HttpServletRequest request) {
        return taken(request, PASSKEY_ASKED) instanceof PublicKeyCredentialCreationOptions options ? options : null;
    }

    /** What the browser was asked when it was to use a passkey; each is answered once. */
    @Nullable PublicKeyCredentialRequestOptions askedToSignIn(HttpServletRequest request) {
        return taken(request, PASSKEY_ASKED) instanceof PublicKeyCredentialRequestOptions options ? options : null;
    }

    void keep(HttpServletRequest request, String name, Object value) {
        request.getSession().setAttribute(name, value);
    }

    @Nullable Object look(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        return session == null ? null : session.getAttribute(name);
    }

    /** Takes something out of the session; the next who asks finds nothing. */
    @Nullable Object taken(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        if (session == null) {
            return null;
        }
        var value = session.getAttribute(name);
        session.removeAttribute(name);
        return value;
    }

    /**
     * Another session, with what the one from before remembers. The one from before is gone: under a mere new id, whoever still brings
     * the old one would write it back when his answer is sent.
     */
    private HttpSession renewed(HttpServletRequest request, HttpServletResponse response) {
        formTokens.saveToken(null, request, response);
        var before = request.getSession(false);
        if (before == null) {
            return request.getSession();
        }
        var remembered = new HashMap<String, Object>();
        before.getAttributeNames().asIterator().forEachRemaining(name -> remembered.put(name, before.getAttribute(name)));
        before.invalidate();
        var session = request.getSession();
        remembered.forEach(session::setAttribute);
        return session;
    }

    private static Instant moment(HttpSession session, String name) {
        return session.getAttribute(name) instanceof Long millis ? Instant.ofEpochMilli(millis) : Instant.EPOCH;
    }

    private static int number(HttpSession session, String name) {
        return session.getAttribute(name) instanceof Integer number ? number : -1;
    }
}
