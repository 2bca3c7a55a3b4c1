// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.util.function.Function;
import java.util.function.Supplier;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the work of a use case in one transaction, once for each command id. A refusal takes everything back, its command id too, so
 * that the corrected form may be sent again.
 */
@Component
@Writes
class Deed {

    private final Once once;
    private final TransactionTemplate transaction;

    Deed(Once once, PlatformTransactionManager transactions) {
        this.once = once;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param asked everything that was asked for, in words
     * @param work throws {@link Refused} to take everything back
     */
    <A, R> R once(CommandId id, String asked, Class<A> answer, Supplier<A> work, Function<A, R> done, Function<Refusal, R> refused) {
        try {
            return done.apply(transaction.execute(open -> once.run(id, EditionDraft.sha256(asked), answer, work)));
        } catch (Refused no) {
            return refused.apply(no.why());
        }
    }
}
