// SPDX-License-Identifier: Apache-2.0
/** The embedded PostgreSQL: its binaries, the user it runs as, its start and its end. */
@NullMarked
package jp.torokubo.ground.database.engine;

import org.jspecify.annotations.NullMarked;
