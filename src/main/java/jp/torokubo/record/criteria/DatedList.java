// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.torokubo.record.rulebook.Source;
import org.jspecify.annotations.Nullable;

/**
 * Controls of one edition that a publication names for a time, each with what it says of it.
 *
 * @param validFrom null: the first day is not known
 * @param validUntil last day; null: no end is known
 * @param importId the import it came by, or null
 */
public record DatedList(
        UUID id,
        ListKind kind,
        String edition,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        Source source,
        Instant recordedAt,
        String recorderRole,
        @Nullable UUID importId,
        List<Entry> entries) {

    /** @param value what it maps to, or a remark; empty where being named is all */
    public record Entry(String control, String value) {}

    public boolean validOn(LocalDate day) {
        return (validFrom == null || !validFrom.isAfter(day)) && (validUntil == null || !validUntil.isBefore(day));
    }

    /** What it says of a control; empty where it does not name it. */
    public List<String> valuesOf(String control) {
        return entries.stream().filter(entry -> entry.control().equals(control)).map(Entry::value).toList();
    }
}
