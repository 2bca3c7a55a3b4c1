// SPDX-License-Identifier: Apache-2.0
/** How a statement becomes rows that never change, in three sections, and how they are read again. */
@NullMarked
package jp.torokubo.procedure.statement.freezing;

import org.jspecify.annotations.NullMarked;
