// SPDX-License-Identifier: Apache-2.0
/**
 * Pictures drawn on the server as SVG: attributes and classes only, no style, no script, so that they live under the strict
 * content policy, print in grey and can be read aloud.
 *
 * <p>Start at {@link jp.torokubo.use.site.charts.Svg}. Every picture on a page has a table of the same values beside it.
 */
@NullMarked
package jp.torokubo.use.site.charts;

import org.jspecify.annotations.NullMarked;
