// SPDX-License-Identifier: Apache-2.0
/**
 * How a person proves who he is: password, code of an authenticator, passkey; and how guessing is slowed down.
 *
 * <p>Start at {@link jp.torokubo.ground.identity.proof.Attempts}, which is asked before any proof is looked at.
 */
@NullMarked
package jp.torokubo.ground.identity.proof;

import org.jspecify.annotations.NullMarked;
