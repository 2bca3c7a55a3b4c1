// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;

/** What an entry of the register rests on. */
public sealed interface Basis {

    /**
     * A decision of the committee.
     *
     * @param meeting as the minutes name it
     * @param item of the agenda
     * @param article cited, or the words "none applies"
     */
    record Decision(String meeting, String item, String article) implements Basis {}

    /**
     * A list or document that was published by the scheme.
     *
     * @param title as printed
     * @param source address or document number
     * @param completeUntil the last day for which the publication lists everything
     * @param place row or page
     */
    record Publication(String title, String source, LocalDate completeUntil, String place) implements Basis {}

    /** Something the provider himself declared or did. */
    record ProviderAct(String what, LocalDate on) implements Basis {}
}
