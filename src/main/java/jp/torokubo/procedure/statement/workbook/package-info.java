// SPDX-License-Identifier: Apache-2.0
/**
 * A statement as a workbook: written out, read back in whatever layout it returns, and compared with what the statement says by then.
 *
 * <p>Start at {@link jp.torokubo.procedure.statement.workbook.StatementWorkbook}, then
 * {@link jp.torokubo.procedure.statement.workbook.WorkbookReader} and {@link jp.torokubo.procedure.statement.workbook.WorkbookPreview}.
 */
@NullMarked
package jp.torokubo.procedure.statement.workbook;

import org.jspecify.annotations.NullMarked;
