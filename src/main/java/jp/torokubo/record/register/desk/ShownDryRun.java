// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.torokubo.record.register.importing.DryRun;
import jp.torokubo.record.register.importing.DryRun.Difference;
import jp.torokubo.record.register.importing.DryRun.Missing;
import jp.torokubo.record.register.importing.DryRun.Outcome;
import jp.torokubo.record.register.importing.ReadingOfList.Fault;
import jp.torokubo.record.register.importing.ReadingOfList.Line;
import org.jspecify.annotations.Nullable;

/** A dry run as its page shows it: what is refused first, then what will change, last what stays as it is. */
final class ShownDryRun {

    private static final int MOST = 500;

    /** @param words what is wrong, and what to do about it */
    record Wrong(Line line, String column, String value, String words) {}

    record Entered(Line line, String number, String name, String provider, LocalDate registeredOn, @Nullable LocalDate validUntil) {}

    record Changed(Line line, String name, String provider, List<Difference> differences) {}

    private final DryRun dryRun;
    private final Wrongs wrongs;

    ShownDryRun(DryRun dryRun, Wrongs wrongs) {
        this.dryRun = dryRun;
        this.wrongs = wrongs;
    }

    public int rows() {
        return dryRun.rows().size();
    }

    public long registerIndex() {
        return dryRun.registerIndex();
    }

    public long countNew() {
        return dryRun.count(Outcome.NEW) + dryRun.count(Outcome.AGAIN);
    }

    public long countChanged() {
        return dryRun.count(Outcome.CHANGED);
    }

    public long countSame() {
        return dryRun.count(Outcome.SAME);
    }

    public long countRefused() {
        return dryRun.refused();
    }

    public int countMissing() {
        return dryRun.missing().size();
    }

    public int most() {
        return MOST;
    }

    public List<Wrong> refused() {
        return dryRun.rows().stream()
                .flatMap(row -> row.faults().stream().map(fault -> wrong(row.line(), fault))).limit(MOST).toList();
    }

    /** What is wrong with the list as a whole. */
    public List<String> refusedWhole() {
        return dryRun.faults().stream().map(wrongs::say).toList();
    }

    private Wrong wrong(Line line, Fault fault) {
        return new Wrong(line, fault.column(), fault.value(), wrongs.say(fault));
    }

    public List<Entered> entered() {
        return rows(Outcome.NEW, Outcome.AGAIN);
    }

    public List<Entered> same() {
        return rows(Outcome.SAME);
    }

    private List<Entered> rows(Outcome... outcomes) {
        return dryRun.rows().stream().filter(row -> List.of(outcomes).contains(row.outcome())).limit(MOST).map(row -> {
            var listed = Objects.requireNonNull(row.line().row());
            var facts = listed.facts();
            return new Entered(row.line(), facts.number() == null ? "" : facts.number().value(), facts.name(), facts.provider(),
                    listed.registeredOn(), facts.publishedValidUntil());
        }).toList();
    }

    public List<Changed> changed() {
        return dryRun.rows().stream().filter(row -> row.outcome() == Outcome.CHANGED).limit(MOST).map(row -> {
            var facts = Objects.requireNonNull(row.line().row()).facts();
            return new Changed(row.line(), facts.name(), facts.provider(), row.differences());
        }).toList();
    }

    public List<Missing> missing() {
        return dryRun.missing().stream().limit(MOST).toList();
    }
}
