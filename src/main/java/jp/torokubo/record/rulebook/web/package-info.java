// SPDX-License-Identifier: Apache-2.0
/** The pages of the rulebook, and the operator's. */
@NullMarked
package jp.torokubo.record.rulebook.web;

import org.jspecify.annotations.NullMarked;
