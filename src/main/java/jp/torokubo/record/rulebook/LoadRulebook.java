// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.time.InstantSource;
import java.util.List;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.database.DatabaseReplaced;
import jp.torokubo.record.rulebook.shipped.ShippedEditions;
import jp.torokubo.record.rulebook.store.EditionStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records the editions that come with the program, before the first request is answered.
 *
 * <p>Only subjects that have no edition yet are recorded: what operators have recorded since is never touched, and a program that brings
 * a new subject adds it.
 */
@Service
@Writes
public class LoadRulebook implements SmartInitializingSingleton {

    private final EditionStore store;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    LoadRulebook(EditionStore store, InstantSource clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        handle();
    }

    @EventListener
    void again(DatabaseReplaced replaced) {
        handle();
    }

    /** @return how many editions were recorded */
    public int handle() {
        var digest = ShippedEditions.digest();
        return transaction.execute(open -> {
            if (store.hasLoaded(digest)) {
                return 0;
            }
            var there = store.subjects();
            var missing = ShippedEditions.read(clock.instant()).stream()
                    .filter(edition -> !there.contains(List.of(edition.kind().code(), edition.subject())))
                    .toList();
            store.markLoaded(digest, clock.instant());
            return missing.isEmpty() ? 0 : store.add(missing, null);
        });
    }
}
