// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.record.register.RecordEvents.Saying;
import jp.torokubo.record.register.importing.Comparison;
import jp.torokubo.record.register.importing.DryRun;
import jp.torokubo.record.register.importing.KnownEntries;
import jp.torokubo.record.register.importing.PublicationOfList;
import jp.torokubo.record.register.importing.ReadingOfList;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what an import would do to the register as it stands now. Writes nothing.
 *
 * <p>Confirming an import begins with this very same run, so that nothing is confirmed which the dry run would have refused.
 */
@Service
public class DryRunImport {

    private final KnownEntries entries;
    private final RecordEvents recordEvents;
    private final Ids ids;

    DryRunImport(KnownEntries entries, RecordEvents recordEvents, Ids ids) {
        this.entries = entries;
        this.recordEvents = recordEvents;
        this.ids = ids;
    }

    @Transactional
    public DryRun of(PublicationOfList publication, String fileHash, ReadingOfList reading) {
        var dryRun = Comparison.of(publication, entries.all(publication.register()), fileHash, reading,
                () -> new ServiceId(ids.next()));
        if (dryRun.sayings().isEmpty()) {
            return dryRun;
        }
        var faults = recordEvents.check(new RecordEvents.Command(Actor.SYSTEM, publication.register(), dryRun.sayings()));
        return faults.isEmpty() ? dryRun : withFaults(dryRun, faults);
    }

    /** What the register itself would refuse is shown at the row it comes from. */
    private static DryRun withFaults(DryRun dryRun, List<RecordEvents.Fault> faults) {
        Map<String, List<ReadingOfList.Fault>> byPlace = new HashMap<>();
        for (var fault : faults) {
            byPlace.computeIfAbsent(place(dryRun.sayings().get(fault.position() - 1)), place -> new ArrayList<>())
                    .add(ReadingOfList.Fault.of("", "", fault.why()));
        }
        var rows = dryRun.rows().stream().map(row -> {
            var own = byPlace.remove(Comparison.place(row.line()));
            return own == null ? row : new DryRun.Row(row.line(), DryRun.Outcome.REFUSED, row.service(), List.of(), own);
        }).toList();
        var others = byPlace.values().stream().flatMap(List::stream).toList();
        return new DryRun(dryRun.registerIndex(), rows, dryRun.missing(), others, List.of(), dryRun.hash());
    }

    private static String place(Saying saying) {
        return saying.basis() instanceof Basis.Publication publication ? publication.place() : "";
    }
}
