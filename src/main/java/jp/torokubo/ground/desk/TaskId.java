// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.util.UUID;

/** Names a task, so that the module that asked for it can end it. */
public record TaskId(UUID value) {}
