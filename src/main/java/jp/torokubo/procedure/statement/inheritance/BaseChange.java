// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterEvent.OfService;
import jp.torokubo.record.register.Status;
import org.jspecify.annotations.Nullable;

/**
 * Something that befell a base service, and is to be seen above it.
 *
 * @param since day from which it is so; null: not known
 * @param what in the words of the register, or the first digits of a version; empty where the kind says it all
 */
public record BaseChange(Kind kind, @Nullable LocalDate since, String what) {

    public enum Kind {
        /** Never disclosed, or not any more, or not there: which of these is nobody's to learn. */
        NOT_DISCLOSED,
        NEWER_VERSION,
        SCOPE_CHANGED,
        SUSPENDED,
        EXPIRED,
        CANCELLED,
        WITHDRAWN,
        NO_LONGER_LISTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Key of the sentence that says what it is. */
        public String messageKey() {
            return "statement.inheritance.change." + code();
        }

        /** Key of the sentence that says what to do. */
        public String mendKey() {
            return "statement.inheritance.mend." + code();
        }
    }

    /** The rule of the self-check that speaks of it; the states of a registration have theirs, which ask the register themselves. */
    public String rule() {
        return switch (kind) {
            case NOT_DISCLOSED -> "base-version-not-disclosed";
            case NEWER_VERSION -> "base-version-newer";
            case SCOPE_CHANGED -> "base-scope-changed";
            case SUSPENDED, EXPIRED, CANCELLED, WITHDRAWN, NO_LONGER_LISTED -> "";
        };
    }

    /**
     * What the register tells.
     *
     * @param status null where the register does not know the service
     * @param events that took effect by today and were not corrected, oldest first
     * @param rested day of the version that is rested on; null where there is none
     */
    public static List<BaseChange> told(
            @Nullable Status status, @Nullable LocalDate lastValidDay, List<? extends RegisterEvent> events, @Nullable LocalDate rested) {
        var changes = new ArrayList<BaseChange>();
        if (status == Status.SUSPENDED) {
            changes.add(last(Kind.SUSPENDED, events, RegisterEvent.Suspended.class));
        } else if (status == Status.CANCELLED) {
            changes.add(last(Kind.CANCELLED, events, RegisterEvent.Cancelled.class));
        } else if (status == Status.WITHDRAWN) {
            changes.add(last(Kind.WITHDRAWN, events, RegisterEvent.Withdrawn.class));
        } else if (status == Status.NO_LONGER_LISTED) {
            changes.add(last(Kind.NO_LONGER_LISTED, events, RegisterEvent.NoLongerListed.class));
        } else if (status == Status.EXPIRED) {
            changes.add(new BaseChange(Kind.EXPIRED, lastValidDay == null ? null : lastValidDay.plusDays(1), ""));
        }
        for (var event : events) {
            if (event instanceof RegisterEvent.ScopeChanged changed && (rested == null || changed.effectiveOn().isAfter(rested))) {
                changes.add(new BaseChange(Kind.SCOPE_CHANGED, changed.effectiveOn(), changed.what()));
            }
        }
        return List.copyOf(changes);
    }

    private static BaseChange last(Kind kind, List<? extends RegisterEvent> events, Class<? extends OfService> type) {
        LocalDate since = null;
        for (var event : events) {
            if (type.isInstance(event)) {
                since = type.cast(event).effectiveOn();
            }
        }
        return new BaseChange(kind, since, "");
    }
}
