// SPDX-License-Identifier: Apache-2.0
/**
 * The desk's pages: the start page of each role, tasks, messages, and mail.
 *
 * <p>Start at {@link jp.torokubo.ground.desk.web.StartPage}.
 */
@NullMarked
package jp.torokubo.ground.desk.web;

import org.jspecify.annotations.NullMarked;
