// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * The day from which an edition stands, as exactly as it is known.
 *
 * @param text {@code 2022-04-01}, {@code 2024-07} or {@code 2020}
 */
public record StandsFrom(String text) {

    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    public StandsFrom {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a day, month or year: " + text);
        }
    }

    public boolean dayKnown() {
        return text.length() == 10;
    }

    public boolean monthKnown() {
        return text.length() >= 7;
    }

    /** It stands on no day before this. */
    public LocalDate earliest() {
        return dayKnown() ? LocalDate.parse(text) : monthKnown() ? YearMonth.parse(text).atDay(1) : LocalDate.of(Integer.parseInt(text), 1, 1);
    }

    /** On this day it stands for certain. */
    public LocalDate latest() {
        return dayKnown()
                ? LocalDate.parse(text)
                : monthKnown() ? YearMonth.parse(text).atEndOfMonth() : LocalDate.of(Integer.parseInt(text), 12, 31);
    }
}
