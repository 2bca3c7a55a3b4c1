// SPDX-License-Identifier: Apache-2.0
/** Where failed work is kept. */
@NullMarked
package jp.torokubo.ground.jobs.store;

import org.jspecify.annotations.NullMarked;
