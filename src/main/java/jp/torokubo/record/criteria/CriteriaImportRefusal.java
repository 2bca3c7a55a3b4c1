// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport;

/** Why a workbook of criteria, a cell of it, or a step of its import is refused. */
public sealed interface CriteriaImportRefusal extends Refusal {

    // one cell

    record IdUnreadable(String value) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-id-unreadable"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    /** A spreadsheet has made a day of 9.2.3. */
    record IdIsDay(String value) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-id-is-day"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    record IdIsFormula(String value) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-id-is-formula"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    /** A formula whose value is not in the file. */
    record IdNotCalculated() implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-id-not-calculated"; }
    }

    record CellNotCalculated(String id) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-cell-not-calculated"; }
        @Override public Map<String, Object> facts() { return Map.of("id", id); }
    }

    /** @param count of rows that name a control */
    record ColumnNotCalculated(int count) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-column-not-calculated"; }
        @Override public Map<String, Object> facts() { return Map.of("count", count); }
    }

    /** Kept as a number, 9.10 is 9.1. */
    record IdAmbiguousNumber(String value, String candidates, String candidatesEn) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-id-ambiguous-number"; }
        @Override public Map<String, Object> facts() {
            return Map.of("value", value, "candidates", candidates, "candidates_en", candidatesEn);
        }
    }

    record SeveralIds(String value) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-several-ids"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    record SuffixDiffers(String written, String known) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-suffix-differs"; }
        @Override public Map<String, Object> facts() { return Map.of("written", written, "known", known); }
    }

    record SuffixesContradict(String id, String beside) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-suffixes-contradict"; }
        @Override public Map<String, Object> facts() { return Map.of("id", id, "beside", beside); }
    }

    record TwiceWithOtherWords(String id, String sheet, int row) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-twice-with-other-words"; }
        @Override public Map<String, Object> facts() { return Map.of("id", id, "sheet", sheet, "row", row); }
    }

    record TwiceWithOtherSuffix(String id, String other, String sheet, int row) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-twice-with-other-suffix"; }
        @Override public Map<String, Object> facts() { return Map.of("id", id, "other", other, "sheet", sheet, "row", row); }
    }

    record TextIsFormula(String id) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-text-is-formula"; }
        @Override public Map<String, Object> facts() { return Map.of("id", id); }
    }

    record TextIsBroken(String id) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-text-is-broken"; }
        @Override public Map<String, Object> facts() { return Map.of("id", id); }
    }

    /** The workbook says the number is not in use; the edition has it. */
    record MarkedAsLeftOut(String id) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-marked-as-left-out"; }
        @Override public Map<String, Object> facts() { return Map.of("id", id); }
    }

    record RowIsHidden(String id) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-row-is-hidden"; }
        @Override public Map<String, Object> facts() { return Map.of("id", id); }
    }

    /** Words in a column of text, without an identifier, that need not be the next line of what stands above. */
    record WordsOfNoControl() implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-words-of-no-control"; }
    }

    record ValueIsSpoiled(String id) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-value-is-spoiled"; }
        @Override public Map<String, Object> facts() { return Map.of("id", id); }
    }

    // one sheet

    record IdColumnsUndecided(String columns) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-id-columns-undecided"; }
        @Override public Map<String, Object> facts() { return Map.of("columns", columns); }
    }

    record TextColumnsUndecided(String columns) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-text-columns-undecided"; }
        @Override public Map<String, Object> facts() { return Map.of("columns", columns); }
    }

    record MarkColumnsUndecided(String columns) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-mark-columns-undecided"; }
        @Override public Map<String, Object> facts() { return Map.of("columns", columns); }
    }

    record SheetsUndecided(String sheets) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-sheets-undecided"; }
        @Override public Map<String, Object> facts() { return Map.of("sheets", sheets); }
    }

    // the whole file

    record NoControls() implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-no-controls"; }
    }

    // one step of an import

    record NotFound(String id) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-not-found"; }
        @Override public Map<String, Object> facts() { return Map.of("id", id); }
    }

    /** @param state in Japanese, {@code stateEn} in English */
    record NotInThisState(String state, String stateEn) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-not-in-this-state"; }
        @Override public Map<String, Object> facts() { return Map.of("state", state, "state_en", stateEn); }

        static NotInThisState of(KeptCriteriaImport.State state) {
            return switch (state) {
                case READ -> new NotInThisState("読み取り済み", "read");
                case PROPOSED -> new NotInThisState("提案中", "proposed");
                case CONFIRMED -> new NotInThisState("確定済み", "confirmed");
                case TURNED_DOWN -> new NotInThisState("却下", "turned down");
            };
        }
    }

    /** The dry run is no longer the one on the page. */
    record ChangedSinceSeen() implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-changed-since-seen"; }
    }

    /** Another import was confirmed since this one was proposed. */
    record CriteriaMoved() implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-criteria-moved"; }
    }

    record NothingChanges() implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-nothing-changes"; }
    }

    /** An edition, or a list, is taken whole or not at all. */
    record ProblemsLeft(int count) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-problems-left"; }
        @Override public Map<String, Object> facts() { return Map.of("count", count); }
    }

    record EditionThere(String edition) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-edition-there"; }
        @Override public Map<String, Object> facts() { return Map.of("edition", edition); }
    }

    /** No identifier has letters behind its number; so nothing would say what is mandatory. */
    record NoSuffixes() implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-no-suffixes"; }
    }

    // one field of the form

    /** @param field as its form calls it in Japanese, {@code fieldEn} in English */
    record FieldMissing(String field, String fieldEn) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-field-missing"; }
        @Override public Map<String, Object> facts() { return Map.of("field", field, "field_en", fieldEn); }

        static FieldMissing of(String name) {
            return switch (name) {
                case "title" -> new FieldMissing("公表資料の名前", "Title of the publication");
                case "address" -> new FieldMissing("出典", "Source");
                case "titleJa" -> new FieldMissing("版の題名", "Title of the edition in Japanese");
                case "reason" -> new FieldMissing("取り下げる理由", "Reason for turning it down");
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    record FieldTooLong(int length, int most) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-field-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("length", length, "most", most); }
    }

    record FileMissing() implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-file-missing"; }
    }

    record AimUnknown(String given) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-aim-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record EditionNameMalformed(String given) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-edition-name-malformed"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record StandsFromMalformed(String given) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-stands-from-malformed"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record ValidityReversed(java.time.LocalDate from, java.time.LocalDate until) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.import-validity-reversed"; }
        @Override public Map<String, Object> facts() { return Map.of("from", from, "until", until); }
    }
}
