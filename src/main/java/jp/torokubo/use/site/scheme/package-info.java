// SPDX-License-Identifier: Apache-2.0
/**
 * What the rulebook knows, in the shape in which pages of the site show it.
 *
 * <p>Start at {@link jp.torokubo.use.site.scheme.Scheme}.
 */
@NullMarked
package jp.torokubo.use.site.scheme;

import org.jspecify.annotations.NullMarked;
