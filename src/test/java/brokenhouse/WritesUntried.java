// SPDX-License-Identifier: Apache-2.0
package brokenhouse;

import jp.torokubo.ground.commands.Writes;

/** A use case that says it writes and is tried by nobody. */
@Writes
public class WritesUntried {}
