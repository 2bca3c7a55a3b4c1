// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.ServiceFacts;
import org.jspecify.annotations.Nullable;

/**
 * What was read out of a published list, before it is compared with anything.
 *
 * @param lines in the order of the file
 * @param changes every character that was changed to get there
 * @param headingsNotRead columns of the file that mean nothing to the register
 * @param notes rows that are no services: sources, remarks
 */
public record ReadingOfList(List<Line> lines, List<Change> changes, List<String> headingsNotRead, List<Note> notes) {

    /**
     * One row of the list.
     *
     * @param position the list's own No.; empty where it has none
     * @param row null where it has faults
     */
    public record Line(Place place, String position, @Nullable ListedRow row, List<Fault> faults) {}

    /** What the list says of one service. */
    public record ListedRow(LocalDate registeredOn, ServiceFacts facts) {}

    /**
     * Why a row is refused. A refusal as it can be kept: its words are found by its code.
     *
     * @param column heading; empty where the whole row is meant
     * @param value what stands there
     */
    public record Fault(String column, String value, String code, Map<String, String> given) implements Refusal {

        public static Fault of(String column, String value, Refusal why) {
            var facts = new java.util.TreeMap<String, String>();
            why.facts().forEach((name, fact) -> facts.put(name, fact.toString()));
            return new Fault(column, value, why.code(), facts);
        }

        /** Days are days again, so that each language can write them its own way; what was typed stays as it was typed. */
        @Override
        public Map<String, Object> facts() {
            var facts = new java.util.TreeMap<String, Object>(given);
            facts.replaceAll((name, fact) -> !name.equals("given") && fact.toString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? LocalDate.parse(fact.toString()) : fact);
            return facts;
        }
    }

    /**
     * One character that was changed, or one line end that was taken out of a name.
     *
     * @param column heading; empty in plain text
     * @param offset in code points of the line or cell
     */
    public record Change(Place place, String column, int offset, String from, String to, String why) {

        /** The code points that were replaced, as Unicode names them: {@code U+2F00}. */
        public String codes() {
            return from.codePoints().mapToObj("U+%04X"::formatted).collect(java.util.stream.Collectors.joining(" "));
        }
    }

    public record Note(Place place, String text) {}

    public List<ListedRow> rows() {
        return lines.stream().map(Line::row).filter(java.util.Objects::nonNull).toList();
    }

    public long refused() {
        return lines.stream().filter(line -> line.row() == null).count();
    }
}
