// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import org.jspecify.annotations.Nullable;

/**
 * The strip on each page of the desk that says who acts.
 *
 * @param roleKey key of the words of his current role
 * @param standsInFor name of the one whose role it is, where a deputy acts; null otherwise
 * @param several whether he has other roles to change to
 */
public record DeskStrip(String name, String roleKey, String organisation, @Nullable String standsInFor, boolean several) {}
