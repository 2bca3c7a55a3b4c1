// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    default Result read(Path file, Format said, String encoding) {
        return read(file, said, encoding, Unseen.REFUSED);
    }

    Result read(Path file, Format said, String encoding, Unseen unseen);

    /** What becomes of cells that a person who opens the workbook does not see, and of values that a formula has left there. */
    enum Unseen {
        /** The file is refused: for lists that are read as a whole. */
        REFUSED,
        /** They are handed over with a {@link Mark}: for workbooks of which only a part is wanted. */
        MARKED
    }

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

    /**
     * @param hidden whether a person who opens the file would not see it
     * @param merges cells that stand as one; the value of one that is several rows tall is given in each of its rows
     * @param from1904 whether numbers that are days are counted from 1904
     */
    record Sheet(String name, boolean hidden, List<Row> rows, List<Merge> merges, boolean from1904) {

        public Sheet(String name, boolean hidden, List<Row> rows, List<Merge> merges) {
            this(name, hidden, rows, merges, false);
        }

        public Sheet(String name, boolean hidden, List<Row> rows) {
            this(name, hidden, rows, List.of());
        }

        /** The same sheet with other rows, and as it would be if nobody had hidden it. */
        public Sheet shown(List<Row> others) {
            return new Sheet(name, false, others, merges, from1904);
        }
    }

    /**
     * @param number from 1, as a person counts rows or lines in the file
     * @param marks by column, from 0; only for cells of which there is something to say
     */
    record Row(int number, List<String> cells, Map<Integer, Mark> marks) {

        public Row(int number, List<String> cells) {
            this(number, cells, Map.of());
        }

        public Optional<Mark> mark(int column) {
            return Optional.ofNullable(marks.get(column));
        }
    }

    /** Rows from 1, columns from 0, both ends included. */
    record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    /** What is not seen of a cell once its value is text. The last that applies. */
    enum Mark {
        /** A text that is struck through, or words of it are: whoever did that meant it to be gone. */
        STRUCK,
        /** Stands as a number in the file: 9.10 and 9.1 are the same there. */
        NUMBER,
        /** Stands as a number, and its format shows a day. */
        DAY,
        /** Calculated by the program that saved the file; nobody has checked it. Blank where that program has left no value. */
        FORMULA,
        /** In a hidden row or column. */
        HIDDEN
    }
}
