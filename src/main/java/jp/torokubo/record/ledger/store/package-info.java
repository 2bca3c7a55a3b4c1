// SPDX-License-Identifier: Apache-2.0
/** The log in PostgreSQL. */
@NullMarked
package jp.torokubo.record.ledger.store;

import org.jspecify.annotations.NullMarked;
