// SPDX-License-Identifier: Apache-2.0
/**
 * Mail: that something waits, and where; never what.
 *
 * <p>Start at {@link jp.torokubo.ground.desk.mail.MailRound}: compose what is due, then send what is composed.
 */
@NullMarked
package jp.torokubo.ground.desk.mail;

import org.jspecify.annotations.NullMarked;
