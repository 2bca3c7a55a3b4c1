// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.UUID;

/** An organisation's id. */
public record OrganisationId(UUID value) {

    /** Who runs this register; it is there from the first start. */
    public static final OrganisationId OPERATOR = new OrganisationId(new UUID(0x7000L, 0x8000000000000001L));
}
