// SPDX-License-Identifier: Apache-2.0
/** What services rest on by their statements, level by level, for pages and files alike. */
@NullMarked
package jp.torokubo.record.register.resting;

import org.jspecify.annotations.NullMarked;
