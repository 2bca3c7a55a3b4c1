// SPDX-License-Identifier: Apache-2.0
/** The rows of a statement as pages: the list with its filters, the page of a row, changes of many rows at once. */
@NullMarked
package jp.torokubo.procedure.statement.grid;

import org.jspecify.annotations.NullMarked;
