// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.census;

import java.time.LocalDate;
import jp.torokubo.record.register.RegisterEvent;
import org.jspecify.annotations.Nullable;

/** What pages and files ask of any event, whatever it is. */
public final class Events {

    private Events() {}

    /** Day of effect; for a correction that of what it puts in place, or null where it annuls. */
    public static @Nullable LocalDate effectiveOn(RegisterEvent event) {
        if (event instanceof RegisterEvent.OfService ofService) {
            return ofService.effectiveOn();
        }
        if (event instanceof RegisterEvent.Corrected corrected) {
            return corrected.replacement() == null ? null : corrected.replacement().effectiveOn();
        }
        return event instanceof RegisterEvent.PublicationLoaded loaded ? loaded.completeUntil() : null;
    }

    /** The reason that was published with it, or what changed, in words. */
    public static @Nullable String why(RegisterEvent event) {
        if (event instanceof RegisterEvent.Corrected corrected) {
            return corrected.why();
        }
        if (event instanceof RegisterEvent.Suspended suspended) {
            return suspended.reason();
        }
        if (event instanceof RegisterEvent.Cancelled cancelled) {
            return cancelled.reason();
        }
        return event instanceof RegisterEvent.ScopeChanged changed ? changed.what() : null;
    }
}
