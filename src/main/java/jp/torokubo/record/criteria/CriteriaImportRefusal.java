// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

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

    // one sheet

    record IdColumnsUndecided(String columns) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-id-columns-undecided"; }
        @Override public Map<String, Object> facts() { return Map.of("columns", columns); }
    }

    record TextColumnsUndecided(String columns) implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-text-columns-undecided"; }
        @Override public Map<String, Object> facts() { return Map.of("columns", columns); }
    }

    // the whole file

    record NoControls() implements CriteriaImportRefusal {
        @Override public String code() { return "criteria.book-no-controls"; }
    }
}
