// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance;

import java.util.HashSet;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.torokubo.procedure.statement.RestsOn;
import org.jspecify.annotations.Nullable;

/**
 * Follows what a row would rest on, down through frozen versions.
 *
 * <p>Frozen versions cannot rest on each other in a circle: a hash covers what its rows rest on. But a new version of a statement could come
 * to rest on an older one of itself, through others; then nobody would realise the control any more. A row rests on one row at most, so what
 * is below it is a line, not a tree. It is followed as far as it was disclosed to the reader.
 */
public final class RestingChain {

    private RestingChain() {}

    /**
     * Whether the line comes back to the statement it begins from.
     *
     * @param below what a frozen row rests on; null where it stands by itself, or is not disclosed
     * @param own whether a version is one of the statement itself
     */
    public static boolean comesBack(RestsOn first, Function<RestsOn, @Nullable RestsOn> below, Predicate<String> own) {
        var passed = new HashSet<RestsOn>();
        for (var row = first; row != null; row = below.apply(row)) {
            if (own.test(row.version()) || !passed.add(row)) {
                return true;
            }
        }
        return false;
    }
}
