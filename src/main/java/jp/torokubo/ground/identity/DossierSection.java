// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.function.BiFunction;

/**
 * A page that a module adds to every dossier. The page of a dossier leads to all of them.
 *
 * @param order where it stands, compared as text: {@code 10-notes} before {@code 20-statements}
 * @param hrefPattern address with {@code {dossier}} for the dossier's id
 * @param messageKey its name
 * @param count how many things are there, for one who has entered the walls; asked in his transaction
 */
public record DossierSection(String order, String hrefPattern, String messageKey, BiFunction<Reach, DossierId, Long> count) {

    public String href(DossierId dossier) {
        return hrefPattern.replace("{dossier}", dossier.value().toString());
    }
}
