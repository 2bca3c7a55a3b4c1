// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.record.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** Where events and their meaning are kept. For the use cases of this module only. */
public interface RegisterBook {

    /** Lets nobody else write to the register until the open transaction ends. */
    void lock(RegisterName register);

    /** Index of the last entry; -1 where there is none. */
    long lastIndex(RegisterName register);

    Optional<Filed> entry(RegisterName register, long index);

    /** All entries about each of the services, corrections included, oldest first. */
    Map<ServiceId, List<Recorded>> aboutServices(RegisterName register, Collection<ServiceId> services);

    /** All entries about publications, corrections included, oldest first. */
    List<Recorded> aboutPublications(RegisterName register);

    /** Whose the numbers are, present or former, by what is known now. */
    Map<String, Holder> holders(RegisterName register, Collection<String> numbers);

    /**
     * Files an entry of the log.
     *
     * @param body of the entry, in its canonical form
     */
    void file(RegisterName register, Filed entry, Ledger.Entry inLog, String body, String role);

    /** Makes the published tables say what the spans say, from this entry on. */
    void project(RegisterName register, ServiceId service, List<Fold.Span> spans, long fromEntry);

    /** Gives each service its numbers, all at once so that two may exchange theirs. */
    void assignNumbers(RegisterName register, Map<ServiceId, List<String>> numbers);

    void projectHorizon(RegisterName register, @Nullable LocalDate completeUntil, long fromEntry);

    /**
     * An entry and what it is about.
     *
     * @param root its own index, or for a correction that of the entry at the end of the chain
     * @param service null for a publication
     */
    record Filed(Recorded recorded, long root, @Nullable ServiceId service) {}

    record Holder(ServiceId service, String name) {}
}
