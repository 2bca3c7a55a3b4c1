// SPDX-License-Identifier: Apache-2.0
package brokenhouse;

import java.time.LocalDate;

/** A clock of its own. */
public class LooksAtTheWall {
    LocalDate today() {
        return LocalDate.now();
    }
}
