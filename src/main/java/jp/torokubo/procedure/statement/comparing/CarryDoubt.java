// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.Locale;

/** Why a row that is taken over has to be looked at again. */
public enum CarryDoubt {
    /** The wording of the row was revised. */
    WORDING,
    /** Another suffix, or another obligation. */
    OBLIGATION,
    /** It was left out, and is now what every statement contains in principle. */
    NOW_MANDATORY,
    /** It changed inside the period; only what stood last is taken over. */
    SEVERAL_REALISATIONS,
    /** It rests on a version of a base service that may have been replaced since. */
    RESTS_ON_VERSION,
    /** It would come to rest on the very service it is about; what it rested on is not taken over. */
    RESTS_ON_ITSELF,
    /** Whoever saw to it cannot see to it here. */
    OWNER_NOT_HERE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.comparing.doubt." + code();
    }
}
