// SPDX-License-Identifier: Apache-2.0
/**
 * The doors of the program and its pages for people who sign in.
 *
 * <p>Start at {@link jp.torokubo.ground.identity.web.Doors}, which says what is open to whom, then at
 * {@link jp.torokubo.ground.identity.web.Gatekeeper}, which holds every handler to what it declares.
 */
@NullMarked
package jp.torokubo.ground.identity.web;

import org.jspecify.annotations.NullMarked;
