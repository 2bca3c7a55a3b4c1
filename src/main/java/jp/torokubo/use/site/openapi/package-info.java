// SPDX-License-Identifier: Apache-2.0
/**
 * The document of the API, as the program itself makes it, and what its page shows of it.
 *
 * <p>Start at {@link jp.torokubo.use.site.openapi.ApiDocument}.
 */
@NullMarked
package jp.torokubo.use.site.openapi;

import org.jspecify.annotations.NullMarked;
