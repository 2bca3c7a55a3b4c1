// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.UUID;

/** Where proposed corrections are kept. For the use cases of this module only. */
public interface CorrectionProposals {

    void add(UUID proposal, RegisterName register, long registerIndex, String body, String hash);
}
