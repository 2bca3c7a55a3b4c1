// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.commands;

import java.util.UUID;

/** Names one intention of one person. A form carries it in a hidden field, a program in the header {@code Command-Id}. */
public record CommandId(UUID value) {}
