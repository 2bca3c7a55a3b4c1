// SPDX-License-Identifier: Apache-2.0
/** The pages of the site: home, numbers, days, changes, data, the API's own page, guidance. */
@NullMarked
package jp.torokubo.use.site.web;

import org.jspecify.annotations.NullMarked;
