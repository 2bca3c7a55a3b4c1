// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What kind of change something is. Five are the examples of KB0010866; two it names as no change by themselves; the others are ours.
 *
 * <p>What follows from what was entered is certain. What a changed description means nobody can tell from its words: such a class is only
 * proposed, and where no words speak for one it is {@link #UNDECIDED}, until somebody of the provider's side says which it is.
 */
public enum ChangeClass {
    /** A regulation or a procedure. */
    PROCEDURE("procedure", true, true, true),
    /** The way of realising: design, configuration. */
    REALISATION("realisation", true, true, true),
    /** The way of operating: forms, logs, ledgers, frequency. */
    OPERATION("operation", true, true, true),
    /** By hand before, by a system now. */
    TOOL("tool", true, true, true),
    /** Not selected, or excluded, before. */
    NEWLY_SELECTED("newly-selected", true, false, true),
    NO_LONGER_SELECTED("no-longer-selected", false, false, true),
    /** The reason for leaving out, or what is said beside an adopted one. */
    REASON("reason", false, false, true),
    /** Functions inside and outside. */
    SCOPE("scope", false, false, true),
    REGION("region", false, false, true),
    /** The description of a row changed, and its class is 未定 until somebody says which. */
    UNDECIDED("undecided", false, false, true),
    /** The description that stood last is the same; what is said of the days before, or the days themselves, is not. */
    EARLIER_DAYS("earlier-days", false, false, true),
    /** The row rests on another control of a base service, on another version, or on none. */
    RESTING("resting", false, false, true),
    FIRST_SAID("first-said", false, false, true),
    NO_LONGER_SAID("no-longer-said", false, false, true),
    /** The edition before has no such row. */
    CONTROL_ADDED("control-added", false, false, true),
    /** The edition after has no such row. */
    CONTROL_REMOVED("control-removed", false, false, true),
    /** Anything else in a part of the statement. */
    OTHER_PART("other-part", false, false, true),
    /** Another manager, in what is described. */
    MANAGER("manager", true, true, false),
    /** More systems or regions inside the same process of management. */
    WIDENED("widened", true, true, false),
    /** Said otherwise, and meant the same. No words speak for it: only somebody can say so. */
    WORDING("wording", false, false, false),
    /** Somebody else sees to the row, and that is all. */
    OWNER("owner", false, false, false),
    /** The English only; Japanese is what counts. */
    TRANSLATION("translation", false, false, false);

    private final String code;
    private final boolean ofTheScheme;
    private final boolean proposed;
    private final boolean change;

    ChangeClass(String code, boolean ofTheScheme, boolean proposed, boolean change) {
        this.code = code;
        this.ofTheScheme = ofTheScheme;
        this.proposed = proposed;
        this.change = change;
    }

    /** Stable, for addresses and files. */
    public String code() {
        return code;
    }

    /** Whether KB0010866 speaks of it. */
    public boolean ofTheScheme() {
        return ofTheScheme;
    }

    /** Whether it is only proposed, from the words that changed. */
    public boolean proposed() {
        return proposed;
    }

    /** Whether somebody may say of a changed description that it is of this class; 未定 takes back what was said. */
    public boolean isSaid() {
        return proposed || this == WORDING || this == UNDECIDED;
    }

    /** Those, in the order in which they are offered: what is a change by itself first, 未定 last. */
    public static List<ChangeClass> said() {
        return Arrays.stream(values()).filter(ChangeClass::isSaid)
                .sorted(Comparator.comparing((ChangeClass one) -> one == UNDECIDED).thenComparing(one -> !one.change()))
                .toList();
    }

    /** Whether a control has changed by this alone. */
    public boolean change() {
        return change;
    }

    /** The class of the same difference seen from the other side. */
    ChangeClass mirrored() {
        return switch (this) {
            case NEWLY_SELECTED -> NO_LONGER_SELECTED;
            case NO_LONGER_SELECTED -> NEWLY_SELECTED;
            case FIRST_SAID -> NO_LONGER_SAID;
            case NO_LONGER_SAID -> FIRST_SAID;
            case CONTROL_ADDED -> CONTROL_REMOVED;
            case CONTROL_REMOVED -> CONTROL_ADDED;
            default -> this;
        };
    }

    public static Optional<ChangeClass> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.comparing.class." + code;
    }
}
