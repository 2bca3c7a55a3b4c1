// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A page of the operator's desk. A module contributes one bean for each; the desk's menu lists them all.
 *
 * @param order where it stands, compared as text: {@code 10-imports} before {@code 20-corrections}
 * @param href address of the page, for example {@code /operator/imports}
 * @param messageKey its name in the menu
 * @param waiting how many things wait there for somebody; null where nothing ever waits
 */
public record OperatorMenuEntry(String order, String href, String messageKey, @Nullable LongSupplier waiting) {

    public OperatorMenuEntry(String order, String href, String messageKey) {
        this(order, href, messageKey, null);
    }
}
