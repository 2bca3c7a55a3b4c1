// SPDX-License-Identifier: Apache-2.0
/** Where statements, their rows, their history and what was frozen of them are kept. */
@NullMarked
package jp.torokubo.procedure.statement.store;

import org.jspecify.annotations.NullMarked;
