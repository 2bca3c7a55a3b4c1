// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The scheme's rules, on any day, each with how well it is known and from where.
 *
 * <p>What is not known is not guessed: a period without a value, an edition without a day of force, a pattern that nobody has published
 * are answers too. Ids are those of the files in {@code src/main/resources/rulebook} and never change.
 */
public interface Rulebook {

    /** The edition that stands on a day as far as known; see {@link Editions#standingOn}. */
    Optional<Edition> edition(Kind kind, String subject, LocalDate day);

    /** Every edition of a subject; empty where there is no such subject. */
    Editions editions(Kind kind, String subject);

    /** Every subject of a kind with its editions, in the order of the files, later ones after them. */
    List<Editions> all(Kind kind);

    /** @param id for example {@code basic-rules} */
    Optional<Document> document(String id);

    List<Document> documents();

    /**
     * @param document id, for example {@code basic-rules}
     * @param number for example {@code 3.5}
     * @throws IllegalArgumentException where it cannot be cited: nothing may cite what nobody has read
     */
    CitedArticle article(String document, String number);

    /**
     * @param id for example {@code registration-validity}
     * @throws IllegalArgumentException where there is no such period
     */
    Period period(String id, LocalDate day);

    /** @param id for example {@code cybersecurity-office}; the answer carries the name it had on that day */
    Optional<Body> body(String id, LocalDate day);

    List<Body> bodies(LocalDate day);

    /** The words of the scheme, in the order of the file. */
    List<Term> terms();

    /** Numbers of registered services as published, oldest first within a register. */
    List<PublishedCount> counts();

    /** @param register code of a register, for example {@code ismap} */
    NumberPattern numberPattern(String register, LocalDate day);
}
