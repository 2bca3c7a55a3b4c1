// SPDX-License-Identifier: Apache-2.0
/** Where the criteria are kept. */
@NullMarked
package jp.torokubo.record.criteria.store;

import org.jspecify.annotations.NullMarked;
