// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.time.LocalDate;
import java.util.Optional;
import jp.torokubo.ground.refusal.Refusal;

/**
 * Whether somebody is tied to the provider whose matter it is (独立性・利害関係). Asked at the moment of the act, not only when he was
 * brought in: a tie may have come since.
 *
 * <p>Which ties of the past still count is not known from any rule that could be read; those in force on the day count.
 */
public interface Independence {

    /** Why somebody may not act in this dossier now: not assigned, or tied to its owner in a part that must be independent. */
    Optional<Refusal> whyMayNotAct(Reach reach, DossierId dossier);

    /** What ties somebody to an organisation on a day; empty when nothing is known. For recusal, too. */
    Optional<Tie> tie(Actor asking, PersonId person, OrganisationId organisation, LocalDate day);

    /** @param since null: not known */
    record Tie(Kind kind, @org.jspecify.annotations.Nullable LocalDate since) {}

    /** What a tie is. The first two are known to the program, the others are what people declare. */
    enum Kind {
        HOLDS_A_ROLE,
        ADVISES,
        EMPLOYED,
        CONSULTED,
        HOLDS_SHARES,
        FAMILY,
        OTHER;

        /** Whether it is for people to declare. */
        public boolean isDeclared() {
            return compareTo(ADVISES) > 0;
        }

        /** Key of its words. */
        public String messageKey() {
            return "identity.tie." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
