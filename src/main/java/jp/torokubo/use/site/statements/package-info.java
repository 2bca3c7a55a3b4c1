// SPDX-License-Identifier: Apache-2.0
/** Tells the register what the criteria call the objectives a statement names by number. */
@NullMarked
package jp.torokubo.use.site.statements;

import org.jspecify.annotations.NullMarked;
