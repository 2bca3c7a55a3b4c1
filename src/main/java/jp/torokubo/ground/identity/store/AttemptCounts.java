// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often somebody has tried, per account and per address. */
@Repository
public class AttemptCounts {

    /** @param since when the first of them was made */
    public record Count(int attempts, Instant since) {}

    private final JdbcClient database;

    AttemptCounts(JdbcClient database) {
        this.database = database;
    }

    /** Counts one more, and says how many there are; counting starts anew when the first is older than the window. */
    public Count more(String kind, String key, Instant now, Duration window) {
        return database.sql("""
                        insert into identity.attempt as a (kind, key, since, count) values (:kind, :key, :now, 1)
                        on conflict (kind, key) do update set
                            count = case when a.since <= :oldest then 1 else a.count + 1 end,
                            since = case when a.since <= :oldest then excluded.since else a.since end
                        returning count, since
                        """)
                .param("kind", kind)
                .param("key", key)
                .param("now", Moments.at(now))
                .param("oldest", Moments.at(now.minus(window)))
                .query((row, number) -> new Count(row.getInt("count"), Moments.read(row, "since")))
                .single();
    }

    public void forget(String kind, String key) {
        database.sql("delete from identity.attempt where kind = :kind and key = :key")
                .param("kind", kind)
                .param("key", key)
                .update();
    }

    public void forgetOlderThan(Instant moment) {
        database.sql("""
                        delete from identity.attempt where (kind, key) in (
                            select kind, key from identity.attempt where since < :moment for update skip locked)
                        """)
                .param("moment", Moments.at(moment))
                .update();
    }
}
