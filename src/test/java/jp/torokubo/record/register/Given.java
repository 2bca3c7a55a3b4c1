// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.record.register.RecordEvents.Saying;
import jp.torokubo.record.register.Sourced.Provenance;
import org.jspecify.annotations.Nullable;

/** What tests of the register begin with. */
public final class Given {

    public static final LocalDate FIRST_BATCH = LocalDate.of(2021, 3, 12);
    public static final Basis BASIS = new Basis.Publication("一覧", "試験", LocalDate.of(2021, 9, 13), "1行目");

    private Given() {}

    public static ServiceId service(int number) {
        return new ServiceId(new UUID(0x0190000000007000L, 0x8000000000000000L + number));
    }

    public static ServiceFacts facts(@Nullable String number, String name, String provider) {
        return new ServiceFacts(
                number == null ? null : new Sourced<>(number, Provenance.INFERRED), name, provider, null, null, null, null, List.of());
    }

    public static ServiceFacts facts(String name) {
        return facts(null, name, "事業者");
    }

    public static ServiceFacts validUntil(ServiceFacts facts, LocalDate day) {
        return new ServiceFacts(
                facts.number(), facts.name(), facts.provider(), facts.corporateNumber(), facts.auditedFrom(), facts.auditedUntil(), day,
                facts.alsoKnownAs());
    }

    public static RegisterEvent granted(int service, LocalDate day, ServiceFacts facts) {
        return new RegisterEvent.Granted(service(service), day, facts);
    }

    public static RegisterEvent completeUntil(LocalDate day) {
        return new RegisterEvent.PublicationLoaded("一覧", day, 1);
    }

    public static RecordEvents.Command command(RegisterName register, RegisterEvent... events) {
        return new RecordEvents.Command(
                Actor.SYSTEM, register, Arrays.stream(events).map(event -> new Saying(event, BASIS)).toList());
    }

    public static RecordEvents.Command command(RegisterEvent... events) {
        return command(RegisterName.ISMAP, events);
    }

    /** Enters events that must not be refused, and says under which indexes. */
    public static List<Long> entered(RecordEvents recordEvents, RegisterEvent... events) {
        var result = recordEvents.handle(command(events));
        assertThat(result).isInstanceOf(RecordEvents.Result.Recorded.class);
        return ((RecordEvents.Result.Recorded) result).indexes();
    }

    /** What is listed on a day, without words and filters. */
    public static RegisterReading.ListQuestion question(LocalDate day) {
        return new RegisterReading.ListQuestion(
                RegisterName.ISMAP, day, null, "", java.util.Set.of(), null, null, RegisterReading.Order.NUMBER, false, 0, null);
    }

    public static RegisterReading.ListQuestion question(LocalDate day, String text) {
        return new RegisterReading.ListQuestion(
                RegisterName.ISMAP, day, null, text, java.util.Set.of(), null, null, RegisterReading.Order.NUMBER, false, 0, null);
    }
}
