// SPDX-License-Identifier: Apache-2.0
/**
 * Who may run the register: from the one-time link over the set-up of an account to sign-in, reset and the end of a role.
 *
 * <p>One class per deed. Start at {@link jp.torokubo.ground.identity.people.SetUpAccount}.
 */
@NullMarked
package jp.torokubo.ground.identity.people;

import org.jspecify.annotations.NullMarked;
