// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the operator's menu. A module that has a page for operators declares one as a bean.
 *
 * @param order entries stand in this order, by text
 * @param href from the root, without language
 * @param messageKey its words
 * @param waiting how many things wait there for somebody; null where nothing ever waits
 */
public record OperatorMenuEntry(String order, String href, String messageKey, @Nullable LongSupplier waiting) {

    public OperatorMenuEntry(String order, String href, String messageKey) {
        this(order, href, messageKey, null);
    }
}
