// SPDX-License-Identifier: Apache-2.0
/** The editions that come with the program, as files. */
@NullMarked
package jp.torokubo.record.criteria.shipped;

import org.jspecify.annotations.NullMarked;
