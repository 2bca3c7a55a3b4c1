// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows of an edition, in natural order.
 *
 * @param total how many match, on all pages
 * @param nextCursor where the next page begins, or null on the last
 */
public record ControlPage(Catalogue catalogue, int total, List<Control> controls, @Nullable String nextCursor) {}
