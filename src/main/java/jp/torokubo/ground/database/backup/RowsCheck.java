// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.torokubo.ground.database.Checkable;
import jp.torokubo.ground.database.preparation.Migrations;
import jp.torokubo.ground.database.preparation.Prepared;
import org.springframework.stereotype.Component;

/** Reads every row of every table: the engine compares the checksum of each page it reads, and says when one is wrong. */
@Component
class RowsCheck implements Checkable {

    private final Prepared database;

    RowsCheck(Prepared database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "表の読み取り / reading every row";
    }

    @Override
    public List<String> faults() {
        var faults = new ArrayList<String>();
        try (var connection = database.place().connectAsOwner()) {
            Snapshot.sayValuesPlainly(connection);
            for (var table : new Catalog(connection, Migrations.modules()).tables()) {
                try {
                    table.copyOut(connection, OutputStream.nullOutputStream());
                } catch (SQLException | IOException unreadable) {
                    faults.add(table.path() + ": " + unreadable.getMessage());
                }
            }
        } catch (SQLException unreachable) {
            faults.add(unreachable.getMessage());
        }
        return faults;
    }
}
