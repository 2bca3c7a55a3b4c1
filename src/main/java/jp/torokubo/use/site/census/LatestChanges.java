// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.census;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.EventView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened last, what happened alike on one day taken together. */
@Component
public class LatestChanges {

    /** Enough entries to fill the groups even where a batch was large. */
    private static final int ENTRIES = 400;

    private static final int GROUPS = 5;

    /**
     * Entries of one kind with effect from one day.
     *
     * @param day null for an annulment
     * @param entries newest first
     * @param first whether these are the first registrations of all
     */
    public record Group(@Nullable LocalDate day, String type, List<EventView> entries, boolean first) {

        public Basis basis() {
            return entries.get(0).basis();
        }
    }

    private record Key(@Nullable LocalDate day, String type) {}

    private final RegisterReading reading;

    LatestChanges(RegisterReading reading) {
        this.reading = reading;
    }

    public List<Group> handle() {
        var entries = reading.changes(RegisterName.ISMAP, null, Long.MAX_VALUE, ENTRIES);
        var groups = new LinkedHashMap<Key, List<EventView>>();
        for (var entry : entries) {
            groups.computeIfAbsent(new Key(Events.effectiveOn(entry.event()), entry.event().type()), key -> new ArrayList<>())
                    .add(entry);
        }
        var firstDay = reading.grantsByDay(RegisterName.ISMAP, null).stream().findFirst().map(RegisterReading.DayCount::day);
        return groups.entrySet().stream().limit(GROUPS).map(entry -> new Group(
                entry.getKey().day(), entry.getKey().type(), entry.getValue(),
                entry.getKey().type().equals("granted") && firstDay.filter(day -> day.equals(entry.getKey().day())).isPresent()))
                .toList();
    }

    /** Suspensions and cancellations with effect from a day or later that have not been corrected away, newest first. */
    public List<EventView> stoppedSince(LocalDate day) {
        return reading.changes(RegisterName.ISMAP, day, Long.MAX_VALUE, ENTRIES).stream()
                .filter(entry -> entry.correctedBy() == null)
                .filter(entry -> entry.event() instanceof RegisterEvent.Suspended
                        || entry.event() instanceof RegisterEvent.Cancelled)
                .toList();
    }
}
