// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What the events of a service have made of it, before the calendar is asked.
 *
 * <p>Each standing lists the events it allows and where they lead; an event that is not listed is refused. Expiry is not among
 * them: it is no event, and follows from a standing and a day ({@link ServiceState#statusOn}).
 */
public enum Standing {
    NOT_REGISTERED("not-registered"),
    REGISTERED("registered"),
    RENEWAL_APPLIED("renewal-applied"),
    SUSPENDED("suspended"),
    SUSPENDED_RENEWAL_APPLIED("suspended-renewal-applied"),
    CANCELLED("cancelled"),
    WITHDRAWN("withdrawn"),
    NO_LONGER_LISTED("no-longer-listed");

    private static final Map<Standing, Map<String, Standing>> MOVES = Map.of(
            NOT_REGISTERED, Map.of("granted", REGISTERED),
            REGISTERED, Map.ofEntries(
                    entry("facts-stated", REGISTERED),
                    entry("renamed", REGISTERED),
                    entry("scope-changed", REGISTERED),
                    entry("statement-stated", REGISTERED),
                    entry("renewal-applied", RENEWAL_APPLIED),
                    entry("renewed", REGISTERED),
                    entry("suspended", SUSPENDED),
                    entry("cancelled", CANCELLED),
                    entry("withdrawn", WITHDRAWN),
                    entry("no-longer-listed", NO_LONGER_LISTED)),
            RENEWAL_APPLIED, Map.ofEntries(
                    entry("facts-stated", RENEWAL_APPLIED),
                    entry("renamed", RENEWAL_APPLIED),
                    entry("scope-changed", RENEWAL_APPLIED),
                    entry("statement-stated", RENEWAL_APPLIED),
                    entry("renewal-withdrawn", REGISTERED),
                    entry("renewal-refused", REGISTERED),
                    entry("renewed", REGISTERED),
                    entry("suspended", SUSPENDED_RENEWAL_APPLIED),
                    entry("cancelled", CANCELLED),
                    entry("withdrawn", WITHDRAWN),
                    entry("no-longer-listed", NO_LONGER_LISTED)),
            SUSPENDED, Map.ofEntries(
                    entry("facts-stated", SUSPENDED),
                    entry("renamed", SUSPENDED),
                    entry("scope-changed", SUSPENDED),
                    entry("statement-stated", SUSPENDED),
                    entry("renewal-applied", SUSPENDED_RENEWAL_APPLIED),
                    entry("renewed", SUSPENDED),
                    entry("resumed", REGISTERED),
                    entry("cancelled", CANCELLED),
                    entry("withdrawn", WITHDRAWN),
                    entry("no-longer-listed", NO_LONGER_LISTED)),
            SUSPENDED_RENEWAL_APPLIED, Map.ofEntries(
                    entry("facts-stated", SUSPENDED_RENEWAL_APPLIED),
                    entry("renamed", SUSPENDED_RENEWAL_APPLIED),
                    entry("scope-changed", SUSPENDED_RENEWAL_APPLIED),
                    entry("statement-stated", SUSPENDED_RENEWAL_APPLIED),
                    entry("renewal-withdrawn", SUSPENDED),
                    entry("renewal-refused", SUSPENDED),
                    entry("renewed", SUSPENDED),
                    entry("resumed", RENEWAL_APPLIED),
                    entry("cancelled", CANCELLED),
                    entry("withdrawn", WITHDRAWN),
                    entry("no-longer-listed", NO_LONGER_LISTED)),
            CANCELLED, Map.of("facts-stated", CANCELLED, "granted", REGISTERED),
            WITHDRAWN, Map.of("facts-stated", WITHDRAWN, "granted", REGISTERED),
            NO_LONGER_LISTED, Map.of("facts-stated", NO_LONGER_LISTED, "granted", REGISTERED));

    private final String code;

    Standing(String code) {
        this.code = code;
    }

    /** As it stands in the published tables. Never renamed. */
    public String code() {
        return code;
    }

    public static Standing of(String code) {
        return Arrays.stream(values()).filter(standing -> standing.code.equals(code)).findFirst().orElseThrow();
    }

    /**
     * Where an event leads; empty where it is not allowed.
     *
     * @param event its {@link RegisterEvent#type()}
     */
    Optional<Standing> after(String event) {
        return Optional.ofNullable(MOVES.get(this).get(event));
    }

    boolean isSuspended() {
        return this == SUSPENDED || this == SUSPENDED_RENEWAL_APPLIED;
    }

    boolean hasRenewalApplied() {
        return this == RENEWAL_APPLIED || this == SUSPENDED_RENEWAL_APPLIED;
    }
}
