// SPDX-License-Identifier: Apache-2.0
/** Where editions and drafts are kept. */
@NullMarked
package jp.torokubo.record.rulebook.store;

import org.jspecify.annotations.NullMarked;
