// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The control criteria of every edition that is loaded. There may be newer ones.
 *
 * <p>Whoever asks for many controls takes the {@link Catalogue} of an edition once and asks that.
 */
public interface Criteria {

    /** Oldest first. */
    List<CriteriaEdition> editions();

    /** @param id for example {@code 2024-07} */
    Optional<CriteriaEdition> edition(String id);

    /** The newest edition that is loaded. */
    CriteriaEdition newest();

    /**
     * The editions that may stand on a day: one where it is known, several where the day of a change is not, none before the first that is
     * loaded. That nothing newer stands is never certain.
     */
    List<CriteriaEdition> standingOn(LocalDate day);

    /** Every row of an edition, immutable. */
    Optional<Catalogue> catalogue(String edition);

    /** @param id with its suffix */
    Optional<Control> control(String edition, String id);

    /** Rows just below another; empty where there are none or the row is not there. */
    List<Control> children(String edition, String id);

    /** What every statement contains in principle. */
    Optional<MandatoryFloor> mandatoryFloor(String edition);

    /** What differs between two editions, whichever is older. */
    Optional<EditionChanges> changes(String from, String to);
}
