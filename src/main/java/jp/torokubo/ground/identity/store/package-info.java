// SPDX-License-Identifier: Apache-2.0
/** Where people, their proofs, the trail and the proposals are kept: schema {@code identity}. */
@NullMarked
package jp.torokubo.ground.identity.store;

import org.jspecify.annotations.NullMarked;
