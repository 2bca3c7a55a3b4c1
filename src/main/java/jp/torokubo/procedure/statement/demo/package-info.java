// SPDX-License-Identifier: Apache-2.0
/** The statements of the demo world; all of them invented. */
@NullMarked
package jp.torokubo.procedure.statement.demo;

import org.jspecify.annotations.NullMarked;
