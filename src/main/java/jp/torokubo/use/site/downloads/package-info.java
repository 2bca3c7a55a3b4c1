// SPDX-License-Identifier: Apache-2.0
/**
 * Everything the program gives away as files, with the meaning of every column.
 *
 * <p>Start at {@link jp.torokubo.use.site.downloads.DataSet}, then {@link jp.torokubo.use.site.downloads.Dictionary}.
 */
@NullMarked
package jp.torokubo.use.site.downloads;

import org.jspecify.annotations.NullMarked;
