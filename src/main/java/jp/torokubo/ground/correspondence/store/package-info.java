// SPDX-License-Identifier: Apache-2.0
/** Where notes and what hangs on them are kept. */
@NullMarked
package jp.torokubo.ground.correspondence.store;

import org.jspecify.annotations.NullMarked;
