// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.japanese.SearchKey;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.ImportRefusal;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.importing.ReadingOfList.Fault;
import jp.torokubo.record.register.importing.ReadingOfList.Line;

/** Reads a published list, whichever of its forms it came in. */
public final class PublishedListReader {

    /** What came of it: a reading, perhaps with refused rows in it, or a refusal of the whole file. */
    public sealed interface Result {
        record Read(ReadingOfList reading) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private PublishedListReader() {}

    /**
     * @param sheets as the file reader gave them
     * @param knownProviders names of providers the register knows; they tell where a name ends in plain text
     */
    public static Result read(RegisterName register, Format format, List<Sheet> sheets, Set<String> knownProviders) {
        try {
            var reading = format == Format.TEXT
                    ? new TextList(register, sheets.get(0).rows(), knownProviders).read()
                    : new TableList(register, sheets).read();
            if (reading.lines().isEmpty()) {
                return new Result.Refused(new ImportRefusal.NoRows());
            }
            return new Result.Read(withoutDoubles(reading));
        } catch (Stop stop) {
            return new Result.Refused(stop.why);
        }
    }

    /** A number or a service that stands twice on one list is refused where it stands for the second time. */
    private static ReadingOfList withoutDoubles(ReadingOfList reading) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Integer> names = new HashMap<>();
        var lines = reading.lines().stream().map(line -> {
            var row = line.row();
            if (row == null) {
                return line;
            }
            var facts = row.facts();
            Integer sameNumber = facts.number() == null
                    ? null : numbers.putIfAbsent(facts.number().value(), line.place().row());
            Integer sameName = names.putIfAbsent(key(facts.name(), facts.provider()), line.place().row());
            if (sameNumber != null && facts.number() != null) {
                return refused(line, Fault.of(Column.NUMBER.heading(), facts.number().value(),
                        new ImportRefusal.NumberTwice(facts.number().value(), sameNumber)));
            }
            if (sameName != null) {
                return refused(line, Fault.of(Column.NAME.heading(), facts.name(),
                        new ImportRefusal.ServiceTwice(facts.name(), sameName)));
            }
            return line;
        }).toList();
        return new ReadingOfList(lines, reading.changes(), reading.headingsNotRead(), reading.notes());
    }

    static Line refused(Line line, Fault fault) {
        return new Line(line.place(), line.position(), null, List.of(fault));
    }

    /** What makes two rows speak of the same service where neither has a number. */
    static String key(String name, String provider) {
        return SearchKey.of(name) + "\u0000" + SearchKey.of(provider);
    }

    /** Leads from inside a reading to its refusal. */
    static final class Stop extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refusal why;

        Stop(Refusal why) {
            super(why.code(), null, false, false);
            this.why = why;
        }
    }
}
