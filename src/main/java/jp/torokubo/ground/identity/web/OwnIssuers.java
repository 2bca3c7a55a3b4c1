// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.issuers.ExternalAccount;
import jp.torokubo.ground.identity.issuers.Issuer;
import jp.torokubo.ground.identity.issuers.Issuers;
import jp.torokubo.ground.identity.issuers.Vouched;
import jp.torokubo.ground.identity.store.ExternalAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts that somebody has at issuers: those that are linked to his own, and the one he is about to link. */
@Component
class OwnIssuers {

    private static final Duration TO_DECIDE = Duration.ofMinutes(10);
    private static final String TO_LINK = "issuer.to-link";

    /** @param label of the issuer; its address where it is not configured any more */
    record Linked(UUID id, String label, Instant linkedAt, Instant lastUsedAt) {}

    /** What an issuer has vouched for, until he who is signed in has proven that he wants it. */
    record ToLink(
            String issuer, String subject, String name, String email, String level, @Nullable String number, String company,
            @Nullable String link, long at) implements Serializable {}

    private final ExternalAccounts accounts;
    private final Issuers issuers;
    private final DeskSession session;
    private final InstantSource clock;

    OwnIssuers(ExternalAccounts accounts, Issuers issuers, DeskSession session, InstantSource clock) {
        this.accounts = accounts;
        this.issuers = issuers;
        this.session = session;
        this.clock = clock;
    }

    /** Oldest first. */
    List<Linked> of(PersonId person, Locale locale) {
        return accounts.of(person).stream().map(account -> linked(account, locale)).toList();
    }

    void keep(HttpServletRequest request, Vouched vouched, @Nullable String link) {
        session.keep(request, TO_LINK, new ToLink(
                vouched.issuer().name(), vouched.subject(), vouched.name(), vouched.email(), vouched.level().name(), vouched.number(),
                vouched.company(), link, clock.millis()));
    }

    Optional<ToLink> toLink(HttpServletRequest request) {
        return session.look(request, TO_LINK) instanceof ToLink waiting
                        && Instant.ofEpochMilli(waiting.at()).plus(TO_DECIDE).isAfter(clock.instant())
                ? Optional.of(waiting)
                : Optional.empty();
    }

    Optional<Vouched> vouched(ToLink waiting) {
        return issuers.find(waiting.issuer()).map(issuer -> new Vouched(
                issuer, waiting.subject(), waiting.name(), waiting.email(), Vouched.Level.valueOf(waiting.level()), waiting.number(),
                waiting.company()));
    }

    void done(HttpServletRequest request) {
        session.taken(request, TO_LINK);
    }

    private Linked linked(ExternalAccount account, Locale locale) {
        var label = issuers.at(account.issuer()).map((Issuer issuer) -> issuer.label(locale)).orElse(account.issuer());
        return new Linked(account.id(), label, account.linkedAt(), account.lastUsedAt());
    }
}
