// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.charts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Where a value stands in a picture. */
final class Scale {

    private final double from;
    private final double to;
    private final double least;
    private final double most;

    private Scale(double least, double most, double from, double to) {
        this.least = least;
        this.most = most;
        this.from = from;
        this.to = to;
    }

    /** Numbers from 0 up to a round number not below {@code most}. */
    static Scale ofCounts(long most, double from, double to) {
        var step = step(most);
        return new Scale(0, Math.max(step, step * Math.ceil((double) most / step)), from, to);
    }

    static Scale ofDays(LocalDate first, LocalDate last, double from, double to) {
        var end = last.isAfter(first) ? last : first.plusDays(1);
        return new Scale(first.toEpochDay(), end.toEpochDay(), from, to);
    }

    double at(double value) {
        return from + (value - least) / (most - least) * (to - from);
    }

    double at(LocalDate day) {
        return at(day.toEpochDay());
    }

    long top() {
        return (long) most;
    }

    /** The distance between grid lines: 1, 2 or 5 times a power of ten, so that there are three to six of them. */
    static long step(long most) {
        for (long power = 1; ; power *= 10) {
            for (var factor : new int[] {1, 2, 5}) {
                if (most <= factor * power * 5) {
                    return factor * power;
                }
            }
        }
    }

    /** Whole years between grid lines of a time axis, so that their labels do not touch. */
    static int yearStep(LocalDate first, LocalDate last, double width, double labelWidth) {
        var years = Math.max(1, ChronoUnit.YEARS.between(first, last) + 1);
        var fit = Math.max(1, (int) (width / labelWidth));
        return (int) Math.max(1, Math.ceil((double) years / fit));
    }
}
