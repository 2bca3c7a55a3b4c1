// SPDX-License-Identifier: Apache-2.0
/**
 * The commands {@code backup}, {@code restore} and {@code check} of the jar.
 *
 * <p>A backup is a folder of plain files that any PostgreSQL, and any person, can read: one CSV for each table, the stored files, and
 * {@link jp.torokubo.ground.database.backup.Manifest} with the hash of each.
 */
@NullMarked
package jp.torokubo.ground.database.backup;

import org.jspecify.annotations.NullMarked;
