// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.record.register.RegisterReading.ListQuestion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TorokuboTest
@FreshDatabase
class FirstListTest {

    @Autowired LoadFirstList loadFirstList;
    @Autowired RegisterReading register;

    @BeforeEach
    void loadOnceAndAgain() {
        assertThat(loadFirstList.handle(new LoadFirstList.Command())).isEqualTo(new LoadFirstList.Result.Loaded(20, 20));
        assertThat(loadFirstList.handle(new LoadFirstList.Command())).isEqualTo(new LoadFirstList.Result.NotEmpty());
    }

    @Test
    void theTwentyServicesAppearInTheirFourBatches() {
        assertThat(Stream.of("2021-03-11", "2021-03-12", "2021-06-22", "2021-07-30", "2021-09-13")
                        .map(day -> list(LocalDate.parse(day), "").total()))
                .containsExactly(0L, 10L, 14L, 15L, 20L);
    }

    @Test
    void todayTheListSaysUpToWhichDayItIsComplete() {
        var today = list(LocalDate.of(2026, 11, 21), "");

        assertThat(today.completeUntil()).isEqualTo(LocalDate.of(2021, 9, 13));
        assertThat(today.services()).hasSize(20).extracting(RegisterReading.ListedService::status).containsOnly(Status.UNKNOWN);
    }

    @Test
    void theNamesPeopleUseFindTheirServices() {
        var found = Map.of(
                "富士通", List.of("C21-0002-2"), "日立", List.of("C21-0014-2"), "ＮＥＣ", List.of("C21-0009-2"),
                "ケーディーディーアイ", List.of("C21-0010-2"), "フジツウ", List.of("C21-0002-2"), "ニホンデンキ", List.of("C21-0009-2"),
                "ひたち", List.of("C21-0014-2"), "NTTデータ", List.of("C21-0001-2"), "AWS", List.of("C21-0008-2"));

        found.forEach((words, numbers) -> assertThat(list(LocalDate.of(2021, 9, 13), words).services())
                .as(words)
                .extracting(service -> service.number().value()).isEqualTo(numbers));
    }

    @Test
    void sixteenNumbersAreInferredAndPeriodsAreNotKnown() {
        var services = list(LocalDate.of(2021, 9, 13), "").services();

        assertThat(services).filteredOn(service -> service.number().provenance() == Sourced.Provenance.INFERRED).hasSize(16);
        assertThat(services).filteredOn(service -> service.number().provenance() == Sourced.Provenance.SECONDARY).hasSize(4);
        assertThat(services).extracting(RegisterReading.ListedService::validUntil).containsOnlyNulls();
    }

    @Test
    @FreshDatabase
    void itRestsOnThePublicationAndWasRecordedByTheProgram() {
        var granted = register.changes(RegisterName.ISMAP, null, 5, 1).get(0);

        assertThat(granted.basis()).isEqualTo(new Basis.Publication("【参考】ISMAPクラウドサービスリストへの登録状況",
                "資料３－１（ISMAPポータルサイト https://www.ismap.go.jp/csm?id=cloud_service_list）", LocalDate.of(2021, 9, 13), "No. 5"));
    }

    private RegisterReading.ServiceList list(LocalDate day, String words) {
        return register.list(new ListQuestion(RegisterName.ISMAP, day, null, words, Set.of(), null, null,
                RegisterReading.Order.NUMBER, false, 100, null));
    }
}
