// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger.store;

import java.time.Instant;

/** An entry as it stands in its table, which may have been tampered with. */
record Row(long index, Instant recordedAt, String type, int schema, String canonical, byte[] leafHash) {}
