// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.refusal.Refusal;

/**
 * Why a file is not read. Says what is wrong, where, and what the sender can do about it.
 *
 * @param facts row, column, part, limit: whatever the words need
 */
public record UnreadableFile(Why why, Map<String, Object> facts) implements Refusal {

    public UnreadableFile(Why why) {
        this(why, Map.of());
    }

    @Override
    public String code() {
        return why.code();
    }

    /** What was wrong. The code is stable: it stands in the answers and in the trail. */
    public enum Why {
        EMPTY("empty"),
        TOO_LARGE("too-large"),
        /** An Excel workbook of 97–2003 (OLE2). */
        OLD_EXCEL("old-excel"),
        /** A workbook behind a password. */
        LOCKED("locked"),
        MACROS("macros"),
        WORD("word"),
        OTHER_OFFICE("other-office"),
        PDF("pdf"),
        HTML("html"),
        NOT_XLSX("not-xlsx"),
        IS_XLSX("is-xlsx"),
        BINARY("binary"),
        ENCODING_OTHER("encoding-other"),
        ENCODING_UTF16("encoding-utf16"),
        ENCODING_MALFORMED("encoding-malformed"),
        ENCODING_UNKNOWN("encoding-unknown"),
        CSV_MALFORMED("csv-malformed"),
        ZIP_DAMAGED("zip-damaged"),
        ZIP_TOO_MANY_PARTS("zip-too-many-parts"),
        ZIP_DUPLICATE("zip-duplicate"),
        ZIP_BAD_NAME("zip-bad-name"),
        ZIP_ENCRYPTED("zip-encrypted"),
        /** Unpacks to more than a table can need, or parts that lie over one another. */
        ZIP_BOMB("zip-bomb"),
        XML_MALFORMED("xml-malformed"),
        XML_DTD("xml-dtd"),
        XML_ENCODING("xml-encoding"),
        XML_TOO_DEEP("xml-too-deep"),
        EXTERNAL_LINK("external-link"),
        FORMULA("formula"),
        HIDDEN_ROW("hidden-row"),
        HIDDEN_COLUMN("hidden-column"),
        BAD_CELL("bad-cell"),
        BAD_ROW_ORDER("bad-row-order"),
        BAD_DATE("bad-date"),
        TOO_MANY_ROWS("too-many-rows"),
        TOO_MANY_COLUMNS("too-many-columns"),
        TOO_MANY_COLUMNS_OF_SHEET("too-many-columns-of-sheet"),
        TOO_MANY_SHEETS("too-many-sheets"),
        TOO_MANY_MERGES("too-many-merges"),
        CELL_TOO_LONG("cell-too-long"),
        CELL_OF_SHEET_TOO_LONG("cell-of-sheet-too-long"),
        TOO_MUCH_TEXT("too-much-text"),
        /** The reading did not end in time and was killed. */
        DEADLINE("deadline"),
        /** The reading wanted more memory than it may have. */
        MEMORY("memory"),
        /** The reading ended without an answer. */
        BROKE("broke");

        private final String name;

        Why(String name) {
            this.name = name;
        }

        public String code() {
            return "files." + name;
        }

        static Optional<Why> of(String code) {
            return Arrays.stream(values()).filter(why -> why.code().equals(code)).findFirst();
        }
    }

    /** The refusal a code stands for; empty where there is no such code. */
    public static Optional<UnreadableFile> of(String code, Map<String, Object> facts) {
        return Why.of(code).map(why -> new UnreadableFile(why, facts));
    }
}
