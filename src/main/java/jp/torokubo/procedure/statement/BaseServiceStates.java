// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.record.register.Status;
import org.jspecify.annotations.Nullable;

/** What the register knows of the services a statement stands on. */
@FunctionalInterface
public interface BaseServiceStates {

    /** Empty where the register has no such service, or it was not registered yet. */
    Optional<State> on(UUID service, LocalDate day);

    /**
     * @param status {@link Status#UNKNOWN} past the day up to which the register is complete
     * @param lastValidDay null where it is not known
     */
    record State(Status status, @Nullable LocalDate lastValidDay) {}
}
