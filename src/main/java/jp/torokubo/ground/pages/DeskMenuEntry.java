// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A page of the desk. A module contributes one bean for each; the start page of a role lists those that are for it.
 *
 * @param order where it stands, compared as text: {@code 10-imports} before {@code 20-corrections}
 * @param href address of the page, for example {@code /operator/imports}
 * @param messageKey its name in the menu
 * @param roles for whom, by the names of {@code identity.Caller}; empty: for whoever has signed in
 * @param waiting how many things wait there for somebody; null where nothing ever waits
 */
public record DeskMenuEntry(String order, String href, String messageKey, Set<String> roles, @Nullable LongSupplier waiting) {

    private static final Set<String> OPERATORS = Set.of("OPERATOR");

    public DeskMenuEntry {
        roles = Set.copyOf(roles);
    }

    public static DeskMenuEntry forOperators(String order, String href, String messageKey) {
        return new DeskMenuEntry(order, href, messageKey, OPERATORS, null);
    }

    public static DeskMenuEntry forOperators(String order, String href, String messageKey, LongSupplier waiting) {
        return new DeskMenuEntry(order, href, messageKey, OPERATORS, waiting);
    }

    public static DeskMenuEntry forEverybody(String order, String href, String messageKey) {
        return new DeskMenuEntry(order, href, messageKey, Set.of(), null);
    }

    public boolean isFor(String role) {
        return roles.isEmpty() || roles.contains(role);
    }
}
