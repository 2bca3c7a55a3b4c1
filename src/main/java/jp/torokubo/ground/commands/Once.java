// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.commands;

import java.util.function.Supplier;

/** A command sent twice takes effect once, and both senders get the same answer. */
public interface Once {

    /**
     * Does the work in the transaction that is open (there must be one), unless this id has been answered before: then gives
     * that answer back.
     *
     * @param requestHash SHA-256 in hexadecimal of what was asked for; the same id with another hash throws {@link
     *     jp.torokubo.ground.refusal.Refused} with code {@code commands.id-reused}
     * @param answerType a record that Jackson can write and read
     */
    <A> A run(CommandId id, String requestHash, Class<A> answerType, Supplier<A> work);
}
