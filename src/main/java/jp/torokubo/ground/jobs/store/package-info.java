// SPDX-License-Identifier: Apache-2.0
/** Where leases and failed work are kept. */
@NullMarked
package jp.torokubo.ground.jobs.store;

import org.jspecify.annotations.NullMarked;
