// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.time.LocalDate;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.RegisterName;

/**
 * What the operator says of the publication a list stands in.
 *
 * @param title as printed
 * @param source address or document number
 * @param completeUntil the last day for which the list names everything; what changes by it without a day of its own changes on it
 */
public record PublicationOfList(RegisterName register, String title, String source, LocalDate completeUntil) {

    Basis basis(String place) {
        return new Basis.Publication(title, source, completeUntil, place);
    }
}
