// SPDX-License-Identifier: Apache-2.0
/** Where tasks, messages, notices and mails are kept: schema {@code desk}. */
@NullMarked
package jp.torokubo.ground.desk.store;

import org.jspecify.annotations.NullMarked;
