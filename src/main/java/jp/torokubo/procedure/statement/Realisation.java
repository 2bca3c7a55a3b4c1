// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a control is realised (個別管理策). Where it changed inside the audited period, a row has one of these before and one after, each
 * with its days (管理基準 2.2.4).
 *
 * @param from first day; null: from the beginning of the period
 * @param until last day; null: to its end
 */
public record Realisation(Wording text, @Nullable LocalDate from, @Nullable LocalDate until) {

    public static Realisation throughout(Wording text) {
        return new Realisation(text, null, null);
    }
}
