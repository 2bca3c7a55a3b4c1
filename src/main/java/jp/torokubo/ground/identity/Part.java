// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody is assigned to a dossier for, and which roles may be. */
public enum Part {
    /** Writes for the provider whose dossier it is. */
    AUTHOR(false, EnumSet.of(Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR)),
    /** Works for the provider from outside, until either ends it. */
    ADVISER(false, EnumSet.of(Caller.ADVISER)),
    /** Audits. Must be independent of the provider. */
    AUDITOR(true, EnumSet.of(Caller.AUDITOR)),
    /** Consults before, and reviews after, an application. Must be independent of the provider. */
    REVIEWER(true, EnumSet.of(Caller.REVIEW_LEAD, Caller.REVIEWER));

    private final boolean independent;
    private final Set<Caller> roles;

    Part(boolean independent, Set<Caller> roles) {
        this.independent = independent;
        this.roles = roles;
    }

    /** Whether nobody who is related to the provider may have it. */
    public boolean mustBeIndependent() {
        return independent;
    }

    public boolean fits(Caller role) {
        return roles.contains(role);
    }

    public Set<Caller> roles() {
        return Set.copyOf(roles);
    }

    /** Whether it is held by people of the provider himself. */
    public boolean isOfTheProvider() {
        return this == AUTHOR;
    }

    /** Key of its words. */
    public String messageKey() {
        return "identity.part." + name().toLowerCase(Locale.ROOT);
    }
}
