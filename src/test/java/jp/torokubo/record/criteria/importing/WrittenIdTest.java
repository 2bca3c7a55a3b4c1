// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenIdTest {

    private static final String LONG = "　利用者のアクセス権を割り当て、見直し、取り消すための正式な手順を定めて実施することを求める、たいへん長い説明のある管理策の一つ。";

    @ParameterizedTest
    @ValueSource(strings = {"9.2.3", "９．２．３", "第9章", "【9.2.3】", "管理策 9.2.3", "統制目標：9.2.3", "項番 9.2.3", "番号 9.2.3", "■ 9.2.3", "No. 9.2.3", "ID: 9.2.3", "9.2.3.В"})
    void whateverIsReadAsAnIdentifierIsNotTurnedAwayByItsBeginning(String id) {
        assertThat(WrittenId.of(id + LONG)).isPresent();
        assertThat(WrittenId.mayStandIn(id + LONG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"本サービスでは 9.2.3 に従い", "担当者が毎月", "Access rights of users are granted by a formal process, see 9.2.3,"})
    void wordsThatBeginOtherwiseAre(String words) {
        assertThat(WrittenId.mayStandIn(words + LONG)).isFalse();
    }
}
