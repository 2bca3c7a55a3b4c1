// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What people and organisations are called, for those who have met them in a dossier. Asked after the walls have been entered. */
public interface Names {

    Optional<String> person(PersonId id);

    /** As it was called on a day; empty also where the asker has never met it. */
    Optional<String> organisation(OrganisationId id, LocalDate day, Locale language);
}
