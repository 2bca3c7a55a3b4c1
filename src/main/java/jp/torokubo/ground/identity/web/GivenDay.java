// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.time.LocalDate;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.japanese.CivilDay;
import org.jspecify.annotations.Nullable;

/** A day as somebody has typed it, in any of the ways days are written; an empty field is no day. */
record GivenDay(@Nullable LocalDate day, @Nullable Wrong wrong) {

    static GivenDay read(String field, String given) {
        if (given.isBlank()) {
            return new GivenDay(null, null);
        }
        return CivilDay.read(given) instanceof CivilDay.Reading.Read read
                ? new GivenDay(read.day().day(), null)
                : new GivenDay(null, new Wrong(field, new IdentityRefusal.DayNotADay(given)));
    }
}
