// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why something typed into a form of a statement cannot be read. */
sealed interface PageRefusal extends Refusal {

    record DayNotADay(String given) implements PageRefusal {
        @Override public String code() { return "statement.day-not-a-day"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record ServiceNotFound(String given) implements PageRefusal {
        @Override public String code() { return "statement.service-not-found"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record PartUnknown() implements PageRefusal {
        @Override public String code() { return "statement.part-unknown"; }
    }

    record PartVersionUnknown() implements PageRefusal {
        @Override public String code() { return "statement.part-version-unknown"; }
    }
}
