// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database;

/**
 * Every row may be another one now: whoever keeps answers in memory forgets them.
 *
 * <p>Published as an application event. It never happens while a program serves people; it happens when a test is given a fresh
 * database under a running program.
 */
public record DatabaseReplaced() {}
