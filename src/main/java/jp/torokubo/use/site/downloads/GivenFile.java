// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.downloads;

import jp.torokubo.ground.paper.Download;

/**
 * A file as it is given away.
 *
 * @param name with its ending
 * @param rows without the heading
 * @param missing characters that its encoding could not hold
 * @param sha256 of these very bytes, in hexadecimal
 */
public record GivenFile(String name, DataSet set, Download form, byte[] bytes, long rows, long missing, String sha256) {}
