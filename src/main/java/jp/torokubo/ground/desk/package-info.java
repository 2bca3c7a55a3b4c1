// SPDX-License-Identifier: Apache-2.0
/**
 * What waits for whom: tasks with their clocks, messages, one start page for each role, and mail that says so without saying more.
 *
 * <p>Start at {@link jp.torokubo.ground.desk.Desk}, by which a module hands over a task or a message; the desk knows none of the
 * modules. Mail begins at {@code mail.MailRound}.
 */
@ApplicationModule(displayName = "Desk (担当者の画面)", allowedDependencies = {"ground.refusal", "ground.database", "ground.commands", "ground.identity", "ground.japanese", "ground.jobs", "ground.pages"})
@NullMarked
package jp.torokubo.ground.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
