// SPDX-License-Identifier: Apache-2.0
/** The editions that come with the program, in {@code src/main/resources/rulebook}. */
@NullMarked
package jp.torokubo.record.rulebook.shipped;

import org.jspecify.annotations.NullMarked;
