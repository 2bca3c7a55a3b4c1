// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.organisations;

import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * An organisation under the name it bears on a day.
 *
 * @param corporateNumber 法人番号, 13 digits; null: not known, or there is none
 * @param nameEn null: not known
 */
public record Organisation(
        OrganisationId id, OrganisationKind kind, @Nullable String corporateNumber, String nameJa, @Nullable String nameEn) {

    /** The name for a reader of this language. */
    public String name(java.util.Locale locale) {
        return locale.getLanguage().equals("en") && nameEn != null ? nameEn : nameJa;
    }
}
