// SPDX-License-Identifier: Apache-2.0
/** The register's tables: its events, and what they mean on every day as known at every entry. */
@NullMarked
package jp.torokubo.record.register.store;

import org.jspecify.annotations.NullMarked;
