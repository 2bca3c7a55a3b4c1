// SPDX-License-Identifier: Apache-2.0
/** The readers of tables, which run in a child process, and the parent's side of it. */
@NullMarked
package jp.torokubo.ground.files.reading;

import org.jspecify.annotations.NullMarked;
