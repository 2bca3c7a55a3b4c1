// SPDX-License-Identifier: Apache-2.0
/**
 * What differs between two statements, by classes of change, and what of an earlier one is carried over into a new one.
 *
 * <p>Start at {@link jp.torokubo.procedure.statement.comparing.StatementComparison} and
 * {@link jp.torokubo.procedure.statement.comparing.CarryOverPlan}. {@link jp.torokubo.procedure.statement.comparing.ClassesSaid} tells which
 * words of the provider's side hold for a change.
 */
@NullMarked
package jp.torokubo.procedure.statement.comparing;

import org.jspecify.annotations.NullMarked;
