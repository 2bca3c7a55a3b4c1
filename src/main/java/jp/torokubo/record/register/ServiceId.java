// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.UUID;

/** A service's own id (UUIDv7). It never changes, whatever happens to number and name. */
public record ServiceId(UUID value) {}
