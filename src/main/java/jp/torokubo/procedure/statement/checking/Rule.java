// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import java.util.function.BiConsumer;

/**
 * One thing that can be wrong.
 *
 * @param code as in {@code statement/self-check.tsv}; never renamed
 * @param look at a row, at the parts or at the evidence, and say what is wrong
 */
record Rule<T>(String code, BiConsumer<T, Say> look) {}
