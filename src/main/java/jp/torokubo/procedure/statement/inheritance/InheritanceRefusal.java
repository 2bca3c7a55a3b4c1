// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why a row does not come to rest on another. */
public sealed interface InheritanceRefusal extends Refusal {

    /** The statement names no such base service, or none with a version. */
    record BaseWithoutVersion() implements InheritanceRefusal {
        @Override public String code() { return "statement.base-without-version"; }
    }

    /** Not there, or not disclosed: the answer is the same. */
    record BaseVersionUnknown() implements InheritanceRefusal {
        @Override public String code() { return "statement.base-version-unknown"; }
    }

    record NotInTheVersion(String control) implements InheritanceRefusal {
        @Override public String code() { return "statement.not-in-the-version"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control); }
    }

    record NotAdoptedBelow(String control) implements InheritanceRefusal {
        @Override public String code() { return "statement.not-adopted-below"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control); }
    }

    /** The row below rests, perhaps through others, on this statement. */
    record RestsOnItself(String control) implements InheritanceRefusal {
        @Override public String code() { return "statement.rests-on-itself"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control); }
    }

    record NothingChosen() implements InheritanceRefusal {
        @Override public String code() { return "statement.nothing-chosen-to-rest"; }
    }
}
