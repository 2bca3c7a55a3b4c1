// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.record.register.RegisterReading.EventView;
import org.jspecify.annotations.Nullable;

/** The events of a service as rows; their headings are the names of the API. */
final class EventTable {

    private EventTable() {}

    static Table of(List<EventView> events) {
        var columns = Stream.of("index", "recorded_at", "type", "effective_on", "corrected_by", "recorder_role", "leaf_hash")
                .map(key -> new Table.Column(key, key))
                .toList();
        return new Table("events", columns, events.stream().map(EventTable::row).toList(), List.of());
    }

    private static List<@Nullable Object> row(EventView event) {
        return Arrays.asList(
                event.index(), AnswerWriter.instant(event.recordedAt()), event.event().type(), AnswerWriter.effectiveOn(event.event()),
                event.correctedBy(), event.recorderRole(), event.leafHash());
    }
}
