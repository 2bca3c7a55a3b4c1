// SPDX-License-Identifier: Apache-2.0
/** The pages of the buyer's sheet: for its provider, for those it is disclosed to, for everybody. */
@NullMarked
package jp.torokubo.procedure.statement.buyers.web;

import org.jspecify.annotations.NullMarked;
