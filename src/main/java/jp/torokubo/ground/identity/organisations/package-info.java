// SPDX-License-Identifier: Apache-2.0
/** Organisations: their names by date, the people in them, deputies. */
@NullMarked
package jp.torokubo.ground.identity.organisations;

import org.jspecify.annotations.NullMarked;
