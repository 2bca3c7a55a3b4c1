// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.mapping;

import java.util.List;
import jp.torokubo.ground.refusal.Refusal;

/**
 * What a file of a list says, and what of it could not be read.
 *
 * @param leftOut lines of which nothing is taken, because something in them could not be read
 */
public record MappingReading(List<Mapping.Item> items, List<Mapping.Pair> pairs, List<Problem> problems, int leftOut) {

    /** @param column heading; empty where it is about the line or the file */
    public record Problem(int line, String column, Refusal why) {}

    public MappingReading {
        items = List.copyOf(items);
        pairs = List.copyOf(pairs);
        problems = List.copyOf(problems);
    }
}
