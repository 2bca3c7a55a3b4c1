// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.time.LocalDate;
import java.util.List;
import jp.torokubo.record.register.RecordEvents.Saying;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.Status;
import jp.torokubo.record.register.importing.ReadingOfList.Fault;
import jp.torokubo.record.register.importing.ReadingOfList.Line;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do to the register as it stands: made anew before every step, and on confirmation what is really done.
 *
 * @param registerIndex last entry of the register that was looked at; -1 where it is empty
 * @param missing services the register has on that day, and the list has not
 * @param faults what the register would refuse of it as a whole
 * @param sayings what would be entered, in its order; nothing while anything is refused
 * @param hash over all of this, the file and the publication
 */
public record DryRun(
        long registerIndex, List<Row> rows, List<Missing> missing, List<Fault> faults, List<Saying> sayings, String hash) {

    public enum Outcome {
        NEW,
        /** Was registered before, its registration ended, and it is registered anew. */
        AGAIN,
        CHANGED,
        SAME,
        REFUSED
    }

    /**
     * @param service null for a new one and for most refused ones
     * @param differences empty unless changed
     */
    public record Row(Line line, Outcome outcome, @Nullable ServiceId service, List<Difference> differences, List<Fault> faults) {}

    /**
     * One field that will be another.
     *
     * @param field stable name, as in the API
     * @param before empty where it was not known
     */
    public record Difference(String field, String before, String after) {}

    public record Missing(
            ServiceId service, String number, String name, String provider, LocalDate registeredOn, Status lastKnownStatus) {}

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /** How many things stand in its way. */
    public long refused() {
        return count(Outcome.REFUSED) + faults.size();
    }
}
