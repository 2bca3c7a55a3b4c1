// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.commands.store;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.function.Supplier;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.CommandRefusal;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the answers in the transaction of the work they answer for: both are there, or neither.
 *
 * <p>The id is claimed before the work begins. Whoever comes second with the same id waits at the claim until the first has
 * committed, and then reads its answer; or, where the first was rolled back, does the work instead.
 */
@Repository
class OnceInDatabase implements Once {

    // its own, so that no setting of the web changes what was kept years ago
    private static final JsonMapper json = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final InstantSource clock;

    OnceInDatabase(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public <A> A run(CommandId id, String requestHash, Class<A> answerType, Supplier<A> work) {
        if (!claimed(id, requestHash)) {
            return given(id, requestHash, answerType);
        }
        var answer = work.get();
        jdbc.sql("update commands.answer set answer = :answer where id = :id")
                .param("answer", json.writeValueAsString(answer))
                .param("id", id.value())
                .update();
        return answer;
    }

    private boolean claimed(CommandId id, String requestHash) {
        return jdbc.sql("""
                        insert into commands.answer (id, request_hash, asked_at)
                        values (:id, :hash, :at)
                        on conflict (id) do nothing
                        """)
                        .param("id", id.value())
                        .param("hash", requestHash)
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private <A> A given(CommandId id, String requestHash, Class<A> answerType) {
        var kept = jdbc.sql("select request_hash, answer from commands.answer where id = :id")
                .param("id", id.value())
                .query(Kept.class)
                .single();
        if (!kept.requestHash().equals(requestHash)) {
            throw new Refused(new CommandRefusal.IdReused(id));
        }
        return json.readValue(kept.answer(), answerType);
    }

    private record Kept(String requestHash, String answer) {}
}
