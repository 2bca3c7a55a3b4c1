// SPDX-License-Identifier: Apache-2.0
/**
 * The PostgreSQL under the program: the embedded engine, its three logins, the migrations of every module, and
 * {@code backup}, {@code restore}, {@code check}.
 *
 * <p>Start at {@link jp.torokubo.ground.database.PublicRead}, which says what the public pages may see.
 */
@ApplicationModule(displayName = "Database (データベース)", allowedDependencies = {"ground.refusal"})
@NullMarked
package jp.torokubo.ground.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
