// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is public of the statements of services, on a day, as known at a time. Reads the published tables only. */
public interface StatementReading {

    /** The statement that stands for a service; empty where none has been stated, or the service was not registered. */
    Optional<Stated> of(RegisterName register, ServiceId service, LocalDate asOf, @Nullable Instant knownAt);

    /** The last of the statements that stood for a service and began to stand before a day; an earlier registration's as well. */
    Optional<Stated> before(RegisterName register, ServiceId service, LocalDate on, @Nullable Instant knownAt);

    /** Services of a register whose standing statement names the service as one it rests on. */
    List<ServiceId> restingOn(RegisterName register, ServiceId base, LocalDate asOf, @Nullable Instant knownAt);

    /** @param on day from which it stands */
    record Stated(LocalDate on, PublicStatement statement, PublicContent content) {}
}
