// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an edition are asked for, and which page of them.
 *
 * @param chapter id of a chapter, or null
 * @param tiers empty: any; likewise the other sets
 * @param text words and numbers, all of which must be met; empty: any
 * @param limit rows of a page; 0: all
 * @param cursor where the page before ended, or null
 */
public record ControlQuestion(
        String edition, @Nullable String chapter, Set<Tier> tiers, Set<Suffix> suffixes, Set<Obligation> obligations, String text,
        int limit, @Nullable String cursor) {

    public static ControlQuestion everythingOf(String edition) {
        return new ControlQuestion(edition, null, Set.of(), Set.of(), Set.of(), "", 0, null);
    }

    /** The same without pages. */
    public ControlQuestion unpaged() {
        return new ControlQuestion(edition, chapter, tiers, suffixes, obligations, text, 0, null);
    }

    /** What is asked for, without the page: a cursor goes with this and nothing else. */
    String asked() {
        return String.join(
                "\n", edition, String.valueOf(chapter), codes(tiers), codes(suffixes), codes(obligations), text);
    }

    private static String codes(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
