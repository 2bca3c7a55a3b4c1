// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import jp.torokubo.ground.desk.Subject;

/** Subjects as two columns: the key, and the ids with a space between them, which no id contains. */
final class Subjects {

    private Subjects() {}

    static String ids(Subject subject) {
        return String.join(" ", subject.ids());
    }

    static Subject read(ResultSet row) throws SQLException {
        var ids = row.getString("subject_ids");
        return new Subject(row.getString("subject_key"), ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
    }
}
