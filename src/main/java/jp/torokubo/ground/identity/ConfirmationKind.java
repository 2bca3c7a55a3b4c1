// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.UUID;

/**
 * Tells the desk how a kind of proposal is named and where it is looked at. A module contributes one bean for each kind it
 * proposes.
 *
 * @param kind as given to {@link Confirmations#propose}, for example {@code register.import}
 * @param hrefPattern address of the page on which it is confirmed, with {@code {id}} for the proposal and
 *     {@code {subject}} for its subject
 * @param messageKey the words for the kind
 */
public record ConfirmationKind(String kind, String hrefPattern, String messageKey) {

    /** Where this proposal is looked at. */
    public String href(UUID id, String subject) {
        return hrefPattern.replace("{id}", id.toString()).replace("{subject}", subject);
    }
}
