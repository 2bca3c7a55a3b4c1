// SPDX-License-Identifier: Apache-2.0
/** Where the answers given are kept. */
@NullMarked
package jp.torokubo.ground.commands.store;

import org.jspecify.annotations.NullMarked;
