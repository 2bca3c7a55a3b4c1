// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import jp.torokubo.ground.desk.mail.MailWish;
import jp.torokubo.ground.desk.mail.Pace;
import jp.torokubo.ground.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often somebody wants mail, in which language, and of which kinds none. */
@Repository
public class MailWishes {

    private final JdbcClient database;

    MailWishes(JdbcClient database) {
        this.database = database;
    }

    /** What he has chosen, or what holds for whoever has chosen nothing. */
    public MailWish of(PersonId person) {
        var unwanted = new HashSet<>(database.sql("select kind from desk.mail_unwanted where person = :person")
                .param("person", person.value())
                .query(String.class)
                .list());
        return database.sql("select pace, language from desk.mail_wish where person = :person")
                .param("person", person.value())
                .query((row, number) ->
                        new MailWish(Pace.of(row.getString("pace")).orElseThrow(), row.getString("language"), unwanted))
                .optional()
                .orElse(MailWish.UNLESS_CHOSEN);
    }

    public void keep(PersonId person, MailWish wish, Instant at) {
        database.sql("""
                        insert into desk.mail_wish (person, pace, language, chosen_at) values (:person, :pace, :language, :at)
                        on conflict (person) do update
                            set pace = excluded.pace, language = excluded.language, chosen_at = excluded.chosen_at
                        """)
                .param("person", person.value())
                .param("pace", wish.pace().code())
                .param("language", wish.language())
                .param("at", Moments.at(at))
                .update();
        database.sql("delete from desk.mail_unwanted where person = :person").param("person", person.value()).update();
        for (var kind : Set.copyOf(wish.unwanted())) {
            database.sql("insert into desk.mail_unwanted (person, kind) values (:person, :kind)")
                    .param("person", person.value())
                    .param("kind", kind)
                    .update();
        }
    }
}
