// SPDX-License-Identifier: Apache-2.0
/**
 * PDF, xlsx, CSV and JSON made from tables and pages.
 *
 * <p>Start at {@link jp.torokubo.ground.paper.Table}: every download of the program is one of these.
 */
@ApplicationModule(displayName = "Paper (書面)", allowedDependencies = {"ground.japanese"})
@NullMarked
package jp.torokubo.ground.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
