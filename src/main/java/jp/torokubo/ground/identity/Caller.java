// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

/** Who may call a handler. */
public enum Caller {
    /** Everybody, without signing in and without a cookie. */
    ANYONE,
    /** Somebody who holds a one-time link, or who is signing in. */
    ARRIVING,
    /** Anybody who has signed in. */
    SIGNED_IN,
    /** Who runs the register: imports, corrections, rulebook editions. */
    OPERATOR
}
