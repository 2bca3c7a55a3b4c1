// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.Instant;

/**
 * One entry of a register: what is said, on what basis, and when it was recorded.
 *
 * @param index in the register's log, from 0
 */
public record Recorded(long index, Instant recordedAt, RegisterEvent event, Basis basis) {}
