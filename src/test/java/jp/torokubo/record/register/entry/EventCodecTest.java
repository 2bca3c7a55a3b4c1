// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.Events;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.ServiceFacts;
import jp.torokubo.record.register.ServiceFacts.OtherName;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.Sourced;
import jp.torokubo.record.register.Sourced.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bodies below are in logs that exist. If one of these fails, what was written can no longer be read: do not edit the golden files. */
class EventCodecTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/entries");
    private static final ServiceId SERVICE = new ServiceId(UUID.fromString("01936e1a-0000-7000-8000-000000000001"));
    private static final LocalDate DAY = LocalDate.of(2021, 3, 12);
    private static final Recorder RECORDER = new Recorder("operator", "ab".repeat(32));
    private static final ServiceFacts FACTS = new ServiceFacts(
            new Sourced<>("C21-0004-2", Provenance.OFFICIAL), "髙橋クラウド（㈱）\t①", "神田株式会社", new Sourced<>("1234567890123", Provenance.SECONDARY),
            LocalDate.of(2019, 11, 1), LocalDate.of(2020, 10, 31), null,
            List.of(new OtherName("reading", "service", new Sourced<>("タカハシクラウド", Provenance.UNVERIFIED))));

    static Stream<EventCodec.Saying> sayings() {
        var ofServices = Events.TYPES.stream().map(type -> saying(Events.of(type, SERVICE, DAY, FACTS), basis(type)));
        var others = Stream.of(
                saying(new RegisterEvent.PublicationLoaded("一覧", LocalDate.of(2021, 9, 13), 20), basis("granted")),
                saying(new RegisterEvent.Corrected(3, Events.of("granted", SERVICE, DAY, FACTS), "番号の誤り"), basis("granted")));
        return Stream.concat(ofServices, others);
    }

    private static EventCodec.Saying saying(RegisterEvent event, Basis basis) {
        return new EventCodec.Saying(RegisterName.ISMAP, event, basis, RECORDER);
    }

    private static Basis basis(String type) {
        return switch (type) {
            case "suspended", "cancelled", "renewed" -> new Basis.Decision("第30回運営委員会", "議題2", "none applies");
            case "renewal-applied", "withdrawn", "statement-stated" -> new Basis.ProviderAct("申請書の提出", DAY);
            default -> new Basis.Publication("ISMAPクラウドサービスリスト", "https://www.ismap.go.jp/", LocalDate.of(2021, 9, 13), "4行目");
        };
    }

    @ParameterizedTest
    @MethodSource("sayings")
    void aBodyIsWrittenAsTheLogHasIt(EventCodec.Saying saying) throws IOException {
        var written = CanonicalJson.write(EventCodec.body(saying));

        assertThat(written).isEqualTo(Files.readString(GOLDEN.resolve(saying.event().type() + ".json")));
    }

    @ParameterizedTest
    @MethodSource("sayings")
    void aBodyOfTheLogIsReadAsWhatItSays(EventCodec.Saying saying) throws IOException {
        var golden = CanonicalJson.read(Files.readString(GOLDEN.resolve(saying.event().type() + ".json")));

        assertThat(EventCodec.saying(saying.event().type(), 1, golden)).isEqualTo(saying);
    }

    @ParameterizedTest
    @MethodSource("sayings")
    void aBodyWithAMemberMissingOrTooManyIsNotRead(EventCodec.Saying saying) {
        var type = saying.event().type();
        var body = EventCodec.body(saying);

        for (var member : body.keySet()) {
            var lacking = new HashMap<>(body);
            lacking.remove(member);
            assertThatThrownBy(() -> EventCodec.saying(type, 1, lacking)).as(member).isInstanceOf(IllegalArgumentException.class);
        }
        var larger = new HashMap<>(body);
        larger.put("more", null);
        assertThatThrownBy(() -> EventCodec.saying(type, 1, larger)).hasMessageContaining("more");
        assertThatThrownBy(() -> EventCodec.saying(type, 2, body)).hasMessageContaining("schema 2");
    }

    @Test
    void anAnnulmentHasItsReplacementNull() {
        var body = EventCodec.body(saying(new RegisterEvent.Corrected(3, null, "誤り"), basis("granted")));

        assertThat(body).containsEntry("replacement", null);
        assertThat(EventCodec.saying("corrected", 1, body).event()).isEqualTo(new RegisterEvent.Corrected(3, null, "誤り"));
    }

    @Test
    void anEventOfNoKnownTypeIsNotRead() {
        var body = EventCodec.body(saying(Events.of("resumed", SERVICE, DAY, FACTS), basis("resumed")));

        assertThatThrownBy(() -> EventCodec.saying("vanished", 1, body)).hasMessageContaining("vanished");
    }

    @Test
    void everyTypeOfEventHasAGoldenFile() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            var names = files.map(file -> file.getFileName().toString().replace(".json", "")).toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(sayings().map(saying -> saying.event().type()).toList());
        }
        assertThat(Map.of("of services", RegisterEvent.OfService.class.getPermittedSubclasses().length))
                .containsEntry("of services", Events.TYPES.size());
    }
}
