// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.web;

import java.util.Locale;
import jp.torokubo.ground.identity.Caller;

/** The words of a role on its start page: {@code desk.title.operator}, {@code desk.lead.operator}, {@code desk.tasks.none.operator}. */
final class Roles {

    private Roles() {}

    /** End of the keys of a role's words. */
    static String code(Caller role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
