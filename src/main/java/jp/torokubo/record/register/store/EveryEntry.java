// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.util.List;
import jp.torokubo.record.register.Recorded;
import jp.torokubo.record.register.RegisterBook.Filed;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.importing.KnownEntries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EveryEntry implements KnownEntries {

    private final JdbcClient jdbc;

    EveryEntry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Recorded> all(RegisterName register) {
        return jdbc.sql("select " + Entries.COLUMNS + " from register.event where register = :register order by index")
                .param("register", register.code()).query(Entries::filed).list().stream().map(Filed::recorded).toList();
    }
}
