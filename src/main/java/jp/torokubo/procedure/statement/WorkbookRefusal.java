// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why a workbook of answers, or a row of it, is not taken into a statement. */
public sealed interface WorkbookRefusal extends Refusal {

    /** No sheet has numbers of controls and a column that is known to be an answer's. */
    record NothingFound(String headings, String headingsEn) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-nothing-found"; }
        @Override public Map<String, Object> facts() { return Map.of("headings", headings, "headings_en", headingsEn); }
    }

    record NumberUnknown(String written) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-number-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("written", written); }
    }

    record NumberGone(String written, String edition) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-number-gone"; }
        @Override public Map<String, Object> facts() { return Map.of("written", written, "edition", edition); }
    }

    record NoNumber() implements WorkbookRefusal {
        @Override public String code() { return "statement.book-no-number"; }
    }

    record IsFormula(String field, String fieldEn, String value) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-is-formula"; }
        @Override public Map<String, Object> facts() { return Map.of("field", field, "field_en", fieldEn, "value", value); }
    }

    record IsBroken(String value) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-is-broken"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    record ChoiceUnreadable(String value) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-choice-unreadable"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    /** One column marks the control as adopted, another as left out. */
    record ChoicesContradict() implements WorkbookRefusal {
        @Override public String code() { return "statement.book-choices-contradict"; }
    }

    record StateUnreadable(String value) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-state-unreadable"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    record ColumnsUndecided(String field, String fieldEn, String columns, String columnsEn) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-columns-undecided"; }
        @Override public Map<String, Object> facts() {
            return Map.of("field", field, "field_en", fieldEn, "columns", columns, "columns_en", columnsEn);
        }
    }

    /** Something stands where the number should, and is none. */
    record NumberUnreadable(String written) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-number-unreadable"; }
        @Override public Map<String, Object> facts() { return Map.of("written", written); }
    }

    /** Words without a number, right below an answer whose text they may continue. */
    record MayGoOn(String control) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-may-go-on"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control); }
    }

    /** What looks like the numbers calls itself something else. */
    record NumbersElsewhere(String column) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-numbers-elsewhere"; }
        @Override public Map<String, Object> facts() { return Map.of("column", column); }
    }

    /** Japanese sentences in the column of English ones. */
    record LanguagesSwapped(String field, String fieldEn) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-languages-swapped"; }
        @Override public Map<String, Object> facts() { return Map.of("field", field, "field_en", fieldEn); }
    }

    /** Words that are struck through. */
    record IsStruck(String value) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-is-struck"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    /** Yes or no, below a heading that asks whether a control is left out. */
    record OppositeAsked(String value) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-opposite-asked"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    /** A number where a text should be: what a person sees there depends on its format. */
    record IsNumber(String value) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-is-number"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    /** Two sheets answer the same controls differently, and this one only one of them. */
    record OneOfTwoSheets(String control, String sheet) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-one-of-two-sheets"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control, "sheet", sheet); }
    }

    /** 〃 or 同上 in place of a text. */
    record IsDitto(String value) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-ditto"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    /** Without a column of choices, what is no text but a choice. */
    record ChoiceAmongTexts(String value) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-choice-among-texts"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    /** Headings of answers, but no numbers that they could belong to. */
    record NumbersMissing() implements WorkbookRefusal {
        @Override public String code() { return "statement.book-numbers-missing"; }
    }

    /** Another row of the same control is not taken, so this one is not either. */
    record OtherRow(String control, String sheet, int row) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-other-row"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control, "sheet", sheet, "row", row); }
    }

    /** @param from words of the state the row is in */
    record StateNotFromHere(String from, String fromEn, String to, String toEn) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-state-not-from-here"; }
        @Override public Map<String, Object> facts() { return Map.of("from", from, "from_en", fromEn, "to", to, "to_en", toEn); }
    }

    record NotAWorkbook() implements WorkbookRefusal {
        @Override public String code() { return "statement.book-not-a-workbook"; }
    }

    /** Another row of headings, in another order. */
    record HeadingsMoved() implements WorkbookRefusal {
        @Override public String code() { return "statement.book-headings-moved"; }
    }

    /** Columns that hold something and are not read, while choices or texts are missing. */
    record ColumnsUnread(String columns, String columnsEn) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-columns-unread"; }
        @Override public Map<String, Object> facts() {
            return Map.of("columns", columns, "columns_en", columnsEn);
        }
    }

    record NumbersUndecided(String columns, String columnsEn) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-numbers-undecided"; }
        @Override public Map<String, Object> facts() { return Map.of("columns", columns, "columns_en", columnsEn); }
    }

    record TwiceOtherwise(String control, String field, String fieldEn, String sheet, int row) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-twice-otherwise"; }
        @Override public Map<String, Object> facts() {
            return Map.of("control", control, "field", field, "field_en", fieldEn, "sheet", sheet, "row", row);
        }
    }

    record TwiceWithoutDays(String control, String sheet, int row) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-twice-without-days"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control, "sheet", sheet, "row", row); }
    }

    /** The key says that the row was written for another control than its number does. */
    record KeyOfAnotherRow(String key, String control) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-key-of-another-row"; }
        @Override public Map<String, Object> facts() { return Map.of("key", key, "control", control); }
    }

    /** A version that the row has not reached. */
    record KeyFromTheFuture(String control) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-key-from-the-future"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control); }
    }

    record Hidden(String control) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-hidden"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control); }
    }

    /** Somebody has changed the row since the workbook was written. */
    record ChangedMeanwhile(String control) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-changed-meanwhile"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control); }
    }

    record FileMissing() implements WorkbookRefusal {
        @Override public String code() { return "statement.book-file-missing"; }
    }

    record FileTooLarge(long megabytes) implements WorkbookRefusal {
        @Override public String code() { return "statement.book-file-too-large"; }
        @Override public Map<String, Object> facts() { return Map.of("megabytes", megabytes); }
    }

    /** More workbooks are being read than there is room for. */
    record TooManyWaiting() implements WorkbookRefusal {
        @Override public String code() { return "statement.book-too-many-waiting"; }
    }

    /** There is no such workbook, or it is not of this dossier: the same answer for both. */
    record WorkbookUnknown() implements WorkbookRefusal {
        @Override public String code() { return "statement.book-unknown"; }
    }

    /** What would be changed is no longer what was shown. */
    record PreviewOutdated() implements WorkbookRefusal {
        @Override public String code() { return "statement.book-preview-outdated"; }
    }

    record NothingToChange() implements WorkbookRefusal {
        @Override public String code() { return "statement.book-nothing-to-change"; }
    }
}
