// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.record.criteria.Catalogue;

/**
 * Control-major bit planes over frozen versions of one edition: for each row and each choice, one bit for each version. They answer which
 * of ten thousand services left out a control without reading a statement.
 *
 * <p>There is one set for each visibility, made from what that visibility shows and from nothing else.
 */
public final class Planes {

    private final Catalogue catalogue;
    private final List<String> versions;
    private final Map<Choice, BitSet[]> planes;
    private final Map<String, Integer> places;

    private Planes(Catalogue catalogue, List<String> versions, Map<Choice, BitSet[]> planes, Map<String, Integer> places) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.planes = planes;
        this.places = places;
    }

    /** @param choices as {@link #letters} writes them, by hash of the version, in any order */
    public static Planes of(Catalogue catalogue, Iterable<Map.Entry<String, String>> choices) {
        var places = places(catalogue);
        var planes = new EnumMap<Choice, BitSet[]>(Choice.class);
        for (var choice : Choice.values()) {
            var rows = new BitSet[places.size()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new BitSet();
            }
            planes.put(choice, rows);
        }
        var adopted = planes.get(Choice.ADOPTED);
        var leftOut = planes.get(Choice.LEFT_OUT);
        var open = planes.get(Choice.OPEN);
        var versions = new ArrayList<String>();
        for (var entry : choices) {
            var letters = entry.getValue();
            if (letters.length() != places.size()) {
                throw new IllegalArgumentException("of another edition: " + entry.getKey());
            }
            int version = versions.size();
            for (int row = 0; row < letters.length(); row++) {
                switch (letters.charAt(row)) {
                    case 'a' -> adopted[row].set(version);
                    case 'l' -> leftOut[row].set(version);
                    case 'o' -> open[row].set(version);
                    case '-' -> { }
                    default -> throw new IllegalArgumentException("not a choice in " + entry.getKey() + " at " + row);
                }
            }
            versions.add(entry.getKey());
        }
        return new Planes(catalogue, List.copyOf(versions), planes, places);
    }

    /** What a version chooses, one letter for each answered row of the edition. @param shown whether the section shows the row */
    public static String letters(WholeStatement whole, Catalogue catalogue, java.util.function.Predicate<String> shown) {
        var letters = new StringBuilder();
        for (var control : catalogue.controls()) {
            if (AnswerRules.isAnswered(control)) {
                letters.append(!shown.test(control.id()) ? '-' : switch (whole.answer(control.id()).choice()) {
                    case ADOPTED -> 'a';
                    case LEFT_OUT -> 'l';
                    case OPEN -> 'o';
                });
            }
        }
        return letters.toString();
    }

    public int size() {
        return versions.size();
    }

    /** The versions that chose so; empty for a row the edition does not have. In the order in which they were given. */
    public List<String> versions(String control, Choice choice) {
        var place = places.get(control);
        return place == null ? List.of() : planes.get(choice)[place].stream().mapToObj(versions::get).toList();
    }

    /** How many chose so. */
    public int count(String control, Choice choice) {
        var place = places.get(control);
        return place == null ? 0 : planes.get(choice)[place].cardinality();
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    private static Map<String, Integer> places(Catalogue catalogue) {
        var places = new HashMap<String, Integer>();
        for (var control : catalogue.controls()) {
            if (AnswerRules.isAnswered(control)) {
                places.put(control.id(), places.size());
            }
        }
        return places;
    }
}
