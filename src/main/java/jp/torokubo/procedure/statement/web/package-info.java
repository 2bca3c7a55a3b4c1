// SPDX-License-Identifier: Apache-2.0
/** The pages on which statements are begun, written, frozen and disclosed. */
@NullMarked
package jp.torokubo.procedure.statement.web;

import org.jspecify.annotations.NullMarked;
