// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.util.List;
import jp.torokubo.record.register.Recorded;
import jp.torokubo.record.register.RegisterName;

/** Everything that was ever recorded in a register, oldest first: what a list is compared with. */
public interface KnownEntries {
    List<Recorded> all(RegisterName register);
}
