// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why something of a buyer's sheet is not saved, published or shown. */
public sealed interface SheetRefusal extends Refusal {

    /** Not there, or not disclosed: the answer is the same. */
    record SheetUnknown() implements SheetRefusal {
        @Override public String code() { return "statement.sheet-unknown"; }
    }

    record ServiceUnknown(String given) implements SheetRefusal {
        @Override public String code() { return "statement.sheet-service-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    /** The register names another provider for the service. */
    record ServiceOfAnother(String given) implements SheetRefusal {
        @Override public String code() { return "statement.sheet-service-of-another"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record SavedMeanwhile() implements SheetRefusal {
        @Override public String code() { return "statement.sheet-saved-meanwhile"; }
    }

    record AnswerTooLong(String question, int most, int given) implements SheetRefusal {
        @Override public String code() { return "statement.sheet-answer-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("question", question, "most", most, "given", given); }
    }

    record NothingAnswered() implements SheetRefusal {
        @Override public String code() { return "statement.sheet-nothing-answered"; }
    }

    /** Nothing has changed since the edition before. */
    record NothingNew(int number) implements SheetRefusal {
        @Override public String code() { return "statement.sheet-nothing-new"; }
        @Override public Map<String, Object> facts() { return Map.of("number", number); }
    }
}
