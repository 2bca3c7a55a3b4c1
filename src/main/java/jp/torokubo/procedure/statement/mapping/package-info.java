// SPDX-License-Identifier: Apache-2.0
/** Mapping (対応づけ): lists of one's own, brought as CSV, whose items answer to controls of the statement; applied as drafts only. */
@NullMarked
package jp.torokubo.procedure.statement.mapping;

import org.jspecify.annotations.NullMarked;
