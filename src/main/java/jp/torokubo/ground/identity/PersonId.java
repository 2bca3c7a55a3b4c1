// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.UUID;

/** A person's id. The program itself acts under {@link #SYSTEM}. */
public record PersonId(UUID value) {

    /** The program, where nobody has asked it to: the first load, scheduled work. */
    public static final PersonId SYSTEM = new PersonId(new UUID(0L, 0L));
}
