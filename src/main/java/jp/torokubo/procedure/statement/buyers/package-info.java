// SPDX-License-Identifier: Apache-2.0
/** The buyer's sheet (利用者向けシート): answers to what buyers ask and statements do not hold, in editions of their own. */
@NullMarked
package jp.torokubo.procedure.statement.buyers;

import org.jspecify.annotations.NullMarked;
