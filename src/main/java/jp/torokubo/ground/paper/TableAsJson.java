// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A table as a JSON array with one object for each row, by the keys of the columns. What is not known is null, never left out. */
public final class TableAsJson {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** Writes one row after another; the stream is flushed and stays open. */
    public void write(Table table, OutputStream out) throws IOException {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            for (var row : table.rows()) {
                Cells.checkWidth(row, table);
                object(json, table.columns(), row);
            }
            json.writeEndArray();
        }
    }

    private static void object(JsonGenerator json, List<Table.Column> columns, List<@Nullable Object> row) {
        json.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
            json.writeName(columns.get(i).key());
            value(json, row.get(i));
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object cell) {
        if (cell == null) {
            json.writeNull();
        } else if (cell instanceof Long number) {
            json.writeNumber(number);
        } else if (cell instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(Cells.asText(cell));
        }
    }
}
