// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.time.InstantSource;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.database.DatabaseReplaced;
import jp.torokubo.record.criteria.shipped.ShippedCatalogue;
import jp.torokubo.record.criteria.store.CriteriaStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records the editions that come with the program, before the first request is answered.
 *
 * <p>Only editions that are not there yet are recorded: one that was imported since is never touched.
 */
@Service
@Writes
public class LoadCriteria implements SmartInitializingSingleton {

    private final CriteriaStore store;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    LoadCriteria(CriteriaStore store, InstantSource clock, PlatformTransactionManager transactions) {
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
        var digest = ShippedCatalogue.digest();
        return transaction.execute(open -> {
            if (store.hasLoaded(digest)) {
                return 0;
            }
            var there = store.editions();
            int recorded = 0;
            for (var shipped : ShippedCatalogue.read(clock.instant())) {
                if (!there.contains(shipped.edition().id())) {
                    store.add(shipped.edition(), shipped.controls());
                    recorded++;
                }
            }
            store.markLoaded(digest, clock.instant());
            return recorded;
        });
    }
}
