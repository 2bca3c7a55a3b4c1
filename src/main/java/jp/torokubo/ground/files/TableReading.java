// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files;

import java.nio.file.Path;
import java.util.List;
import jp.torokubo.ground.refusal.Refusal;

/**
 * Reads the rows out of a file nobody trusts.
 *
 * <p>The reading is done by a child process with a memory cap and a deadline. Formulas are never evaluated, nothing is fetched,
 * and nothing of the reading is left on disk, however it ends.
 */
public interface TableReading {

    /**
     * @param said what the sender says it is; what it really is is found out from its bytes
     * @param encoding for text: UTF-8 or windows-31j
     */
    Result read(Path file, Format said, String encoding);

    enum Format {
        /** Plain text laid out for people; lines come as rows of one cell. */
        TEXT,
        CSV,
        XLSX
    }

    sealed interface Result {

        /** @param sheets in the order of the file; text and CSV have one */
        record Read(List<Sheet> sheets) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** @param hidden whether a person who opens the file would not see it */
    record Sheet(String name, boolean hidden, List<Row> rows) {}

    /** @param number from 1, as a person counts rows or lines in the file */
    record Row(int number, List<String> cells) {}
}
