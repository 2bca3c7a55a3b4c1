// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the self-check has to know beyond the statement itself. Whatever is null or empty silences the rules that need it.
 *
 * @param previous audited period of the statement before; null where there is none, or it is not known
 * @param longest that an audited period may be (管理基準 2.2.5); null: not known
 * @param shortest that it may be where it is shorter; null: not known
 * @param today in Tokyo
 */
public record Surroundings(
        Content.@Nullable Period previous, @Nullable Period longest, @Nullable Period shortest, BaseServiceStates register,
        LocalDate today) {}
