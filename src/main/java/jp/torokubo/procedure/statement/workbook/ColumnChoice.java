// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says a column holds, where its heading does not tell, or tells otherwise.
 *
 * @param sheet position in the file, from 0
 * @param column position in the sheet, from 0
 * @param field null: nothing that is read
 */
public record ColumnChoice(int sheet, int column, @Nullable Field field) {

    private static final String NOTHING = "none";

    /** Fields a column can be said to hold, in their order. */
    public static List<Field> fields() {
        return Arrays.stream(Field.values()).filter(field -> field.isRead() || field == Field.NUMBER).toList();
    }

    /** As it stands in addresses and forms: 0.3.reason-ja. */
    public String written() {
        return sheet + "." + column + "." + (field == null ? NOTHING : field.code());
    }

    /** What is not ours is left out: it can only come from an address somebody typed. */
    public static List<ColumnChoice> of(Collection<String> written) {
        return written.stream().map(ColumnChoice::read).flatMap(Optional::stream).toList();
    }

    private static Optional<ColumnChoice> read(String written) {
        if (!written.matches("\\d{1,3}\\.\\d{1,3}\\.[a-z-]+")) {
            return Optional.empty();
        }
        var pieces = written.split("\\.");
        var field = fields().stream().filter(one -> one.code().equals(pieces[2])).findFirst();
        return field.isEmpty() && !pieces[2].equals(NOTHING) ? Optional.empty()
                : Optional.of(new ColumnChoice(Integer.parseInt(pieces[0]), Integer.parseInt(pieces[1]), field.orElse(null)));
    }

    /** Those of a sheet, by column. */
    static Map<Integer, Optional<Field>> of(List<ColumnChoice> all, int sheet) {
        var chosen = new HashMap<Integer, Optional<Field>>();
        all.stream().filter(one -> one.sheet() == sheet).forEach(one -> chosen.put(one.column(), Optional.ofNullable(one.field())));
        return chosen;
    }
}
