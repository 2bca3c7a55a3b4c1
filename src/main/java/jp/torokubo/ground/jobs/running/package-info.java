// SPDX-License-Identifier: Apache-2.0
/** Work that runs in this instance of the program. */
@NullMarked
package jp.torokubo.ground.jobs.running;

import org.jspecify.annotations.NullMarked;
