// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * How many services were registered, as published.
 *
 * @param on a day ({@code 2022-06-01}) or, where no more is known, a month ({@code 2022-10})
 * @param register code: ismap, liu
 * @param providers null where not published
 */
public record PublishedCount(
        String on, String register, long services, @Nullable Long providers, @Nullable String howJa, @Nullable String howEn, Source source) {

    public @Nullable String how(boolean english) {
        return english ? howEn : howJa;
    }
}
