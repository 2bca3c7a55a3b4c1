// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger.store;

import java.util.List;
import jp.torokubo.ground.database.Checkable;
import jp.torokubo.record.ledger.LogName;
import org.springframework.stereotype.Component;

/** The logs' part of {@code check}. */
@Component
class LedgerCheck implements Checkable {

    private final PostgresLedger ledger;

    LedgerCheck(PostgresLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "記録（ハッシュ、番号、時刻の順） / ledger: hashes, indexes, order of time";
    }

    @Override
    public List<String> faults() {
        return ledger.names().stream().flatMap(name -> faults(name).stream()).toList();
    }

    private List<String> faults(String name) {
        return LogName.isPossible(name)
                ? ledger.faults(new LogName(name))
                : List.of("記録の名前ではありません: " + name + " / log " + name + ": no log can have this name");
    }
}
