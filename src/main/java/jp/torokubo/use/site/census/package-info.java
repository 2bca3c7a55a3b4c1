// SPDX-License-Identifier: Apache-2.0
/**
 * The register of a day, counted: what the pages say in numbers.
 *
 * <p>Start at {@link jp.torokubo.use.site.census.TakeCensus}. Page, picture and file read the same census, so they cannot differ.
 */
@NullMarked
package jp.torokubo.use.site.census;

import org.jspecify.annotations.NullMarked;
