// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

/** Something has been recorded in a register. Published in the transaction that records it. */
public record RegisterChanged(RegisterName register, long lastIndex) {}
