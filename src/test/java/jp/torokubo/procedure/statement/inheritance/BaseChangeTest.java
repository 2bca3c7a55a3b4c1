// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.torokubo.procedure.statement.inheritance.BaseChange.Kind;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.Status;
import org.junit.jupiter.api.Test;

class BaseChangeTest {

    private static final ServiceId BASE = new ServiceId(new UUID(7, 7));
    private static final LocalDate FROZEN = LocalDate.of(2026, 5, 1);

    @Test
    void aScopeThatChangedAfterTheVersionIsToldWithItsWordsAndOneFromBeforeIsNot() {
        var events = List.of(
                new RegisterEvent.ScopeChanged(BASE, FROZEN, "前"), new RegisterEvent.ScopeChanged(BASE, FROZEN.plusDays(1), "後"));

        assertThat(BaseChange.told(Status.REGISTERED, null, events, FROZEN))
                .containsExactly(new BaseChange(Kind.SCOPE_CHANGED, FROZEN.plusDays(1), "後"));
        assertThat(BaseChange.told(Status.REGISTERED, null, events, null)).as("day of the version not known").hasSize(2);
    }

    @Test
    void whatEndsARegistrationIsToldFromTheDayOnWhichItLastHappened() {
        var suspended = List.of(
                new RegisterEvent.Suspended(BASE, FROZEN.plusDays(2), "a"), new RegisterEvent.Resumed(BASE, FROZEN.plusDays(3)),
                new RegisterEvent.Suspended(BASE, FROZEN.plusDays(9), "b"));

        assertThat(BaseChange.told(Status.SUSPENDED, null, suspended, FROZEN))
                .containsExactly(new BaseChange(Kind.SUSPENDED, FROZEN.plusDays(9), ""));
        assertThat(BaseChange.told(Status.REGISTERED, null, suspended, FROZEN)).as("resumed since").isEmpty();
        assertThat(BaseChange.told(Status.CANCELLED, null, List.of(new RegisterEvent.Cancelled(BASE, FROZEN, "c")), FROZEN))
                .containsExactly(new BaseChange(Kind.CANCELLED, FROZEN, ""));
        assertThat(BaseChange.told(Status.EXPIRED, FROZEN, List.of(), FROZEN))
                .containsExactly(new BaseChange(Kind.EXPIRED, FROZEN.plusDays(1), ""));
        assertThat(BaseChange.told(Status.EXPIRED, null, List.of(), FROZEN)).containsExactly(new BaseChange(Kind.EXPIRED, null, ""));
    }

    @Test
    void nothingIsToldOfAServiceThatIsValidOrOfWhichNothingIsKnown() {
        for (var status : List.of(Status.REGISTERED, Status.RENEWING, Status.UNKNOWN)) {
            assertThat(BaseChange.told(status, FROZEN, List.of(), FROZEN)).isEmpty();
        }
        assertThat(BaseChange.told(null, null, List.of(), null)).isEmpty();
    }
}
