// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.comparison;

/** A stretch of one side of the table. */
public record Piece(String text, boolean changed) {}
