// SPDX-License-Identifier: Apache-2.0
package brokenhouse;

import org.springframework.transaction.annotation.Transactional;

/** A use case that writes and does not say so. */
public class WritesInSilence {
    @Transactional
    public void handle() {}
}
