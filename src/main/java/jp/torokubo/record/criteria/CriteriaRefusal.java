// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why a question about the criteria is not answered. */
public sealed interface CriteriaRefusal extends Refusal {

    record EditionUnknown(String given, String known) implements CriteriaRefusal {
        @Override public String code() { return "criteria.edition-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given, "known", known); }
    }

    /** No edition that is loaded has it. */
    record ControlUnknown(String given, String edition) implements CriteriaRefusal {
        @Override public String code() { return "criteria.control-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given, "edition", edition); }
    }

    /** Another edition has it. */
    record NotInEdition(String given, String edition, String others) implements CriteriaRefusal {
        @Override public String code() { return "criteria.not-in-edition"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given, "edition", edition, "others", others); }
    }

    /** A value of a parameter that is none of those it may have. */
    record ValueUnknown(String parameter, String given, String known) implements CriteriaRefusal {
        @Override public String code() { return "criteria.value-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("parameter", parameter, "given", given, "known", known); }
    }

    record LimitMalformed(String given, int most) implements CriteriaRefusal {
        @Override public String code() { return "criteria.limit-malformed"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given, "most", most); }
    }

    record CursorMalformed() implements CriteriaRefusal {
        @Override public String code() { return "criteria.cursor-malformed"; }
    }

    record TextTooLong(int length, int most) implements CriteriaRefusal {
        @Override public String code() { return "criteria.text-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("length", length, "most", most); }
    }

    record ParameterUnknown(String given, String known) implements CriteriaRefusal {
        @Override public String code() { return "criteria.parameter-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given, "known", known); }
    }

    record DayMalformed(String parameter, String given) implements CriteriaRefusal {
        @Override public String code() { return "criteria.day-malformed"; }
        @Override public Map<String, Object> facts() { return Map.of("parameter", parameter, "given", given); }
    }

    record ParameterRepeated(String given) implements CriteriaRefusal {
        @Override public String code() { return "criteria.parameter-repeated"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }
}
