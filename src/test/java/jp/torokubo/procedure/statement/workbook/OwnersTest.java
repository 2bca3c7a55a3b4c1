// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import static jp.torokubo.procedure.statement.workbook.Prepared.colleague;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnersTest {

    private final Owners owners = new Owners(List.of(
            colleague(1, "青木 一", "aoki@example.jp"), colleague(0xbeef, "結城 二", "yuki@example.jp"), colleague(0xcafe, "結城　二", "other@example.jp")));

    @Test
    void aWorkbookNamesPeopleAndNeverTheirLogins() {
        assertThat(owners.names()).containsExactly("結城 二#beef", "結城　二#cafe", "青木 一");
        assertThat(owners.names()).noneMatch(name -> name.contains("@"));
    }

    @Test
    void whatWasWrittenIsReadBackAsTheSamePerson() {
        for (var login : owners.logins()) {
            assertThat(owners.login(owners.written(login, false), "")).isEqualTo(login);
        }
    }

    @Test
    void aNameIsReadHoweverItIsSpaced() {
        assertThat(owners.login("青木一", "")).isEqualTo("aoki@example.jp");
        assertThat(owners.login("青木　一", "")).isEqualTo("aoki@example.jp");
        assertThat(owners.login("Aoki@Example.jp", "")).isEqualTo("aoki@example.jp");
    }

    @Test
    void aNameIsReadWithHisDepartmentOrATitleBehindIt() {
        for (var written : List.of("青木 一（情報システム部）", "青木 一 (IT)", "青木 一様", "青木 一 さん（情報システム部）")) {
            assertThat(owners.login(written, "")).as(written).isEqualTo("aoki@example.jp");
        }
        assertThat(owners.login("青木（情報システム部）", "")).isEqualTo("青木（情報システム部）");
        assertThat(owners.login("結城 二（営業）", "")).isEqualTo("結城 二（営業）");
    }

    @Test
    void aNameOfTwoPeopleIsNobodys() {
        assertThat(owners.login("結城 二", "")).isEqualTo("結城 二");
    }

    @Test
    void whoeverHasLeftIsNotNamedAndStaysUntilSomebodyElseIsWritten() {
        for (boolean english : new boolean[] {true, false}) {
            var written = owners.written("gone@example.jp", english);
            assertThat(written).doesNotContain("gone");
            assertThat(owners.login(written, "gone@example.jp")).isEqualTo("gone@example.jp");
        }
        assertThat(owners.login("", "gone@example.jp")).isEmpty();
        assertThat(owners.login("青木 一", "gone@example.jp")).isEqualTo("aoki@example.jp");
    }
}
