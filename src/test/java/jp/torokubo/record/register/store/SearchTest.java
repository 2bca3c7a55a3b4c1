// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import static jp.torokubo.record.register.Given.FIRST_BATCH;
import static jp.torokubo.record.register.Given.entered;
import static jp.torokubo.record.register.Given.facts;
import static jp.torokubo.record.register.Given.granted;
import static jp.torokubo.record.register.Given.question;
import static jp.torokubo.record.register.Given.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ListedService;
import jp.torokubo.record.register.ServiceFacts;
import jp.torokubo.record.register.ServiceFacts.OtherName;
import jp.torokubo.record.register.Sourced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TorokuboTest
@FreshDatabase
class SearchTest {

    private static final LocalDate DAY = LocalDate.of(2021, 9, 13);

    @Autowired RecordEvents recordEvents;
    @Autowired RegisterReading reading;
    @Autowired JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "富士通, FJcloud", "富⼠通, FJcloud", "ＮＥＣ, NEC Cloud IaaS", "nec, NEC Cloud IaaS", "日立, エンタープライズ", "日立製, エンタープライズ",
        "立, エンタープライズ", "フジツウ, FJcloud", "ふじつう, FJcloud", "C21-0002-2, FJcloud", "c21 0002, FJcloud", "'Box, Inc.', Box",
        "㈱日立製作所, エンタープライズ", "fj cloud, FJcloud", "株式会社 日立, エンタープライズ"
    })
    void aServiceIsFoundByWhatPeopleCallIt(String words, String name) {
        twelveServices();

        assertThat(reading.list(question(DAY, words)).services()).extracting(ListedService::name).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"立日", "日立 富士通", "%", "_", "製立", "作日立", "C21-9999"})
    void whatNobodyIsCalledFindsNothing(String words) {
        twelveServices();

        assertThat(reading.list(question(DAY, words)).services()).isEmpty();
    }

    @Test
    void aFormerNameStillFindsAndOnlyOnceItIsFormer() {
        entered(recordEvents, granted(1, FIRST_BATCH, facts("むかしクラウド")));
        entered(recordEvents, new RegisterEvent.Renamed(service(1), LocalDate.of(2021, 6, 1), "いまクラウド", "事業者"));

        assertThat(reading.list(question(DAY, "むかし")).services()).extracting(ListedService::name).containsExactly("いまクラウド");
        assertThat(reading.list(question(FIRST_BATCH, "いま")).services()).isEmpty();
    }

    @Test
    void anotherThanTheWordsIsNotAsked() {
        assertThatThrownBy(() -> reading.list(question(DAY, "あ".repeat(201))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.why().code()).isEqualTo("register.text-too-long"));
    }

    @Test
    void twoCharactersAndThreeAreBothLookedUpInTheIndex() throws SQLException {
        many(20_000);

        for (var words : List.of("日立", "日立製", "立")) {
            var sql = new ListSql(question(DAY, words), 0, DAY);
            var plan = String.join("\n", jdbc.sql("explain " + sql.page(false)).params(sql.parameters()).query(String.class).list());

            assertThat(plan).as(words).contains("Bitmap Index Scan on version_grams").doesNotContain("Seq Scan");
            var count = String.join("\n", jdbc.sql("explain select count(*)" + sql.rowsAskedFor())
                    .params(sql.parameters()).query(String.class).list());
            assertThat(count).as(words).contains("version_grams");
        }
    }

    @Test
    void aPageInAnyOrderIsReadFromItsIndex() throws SQLException {
        many(20_000);

        for (var order : RegisterReading.Order.values()) {
            var asked = new RegisterReading.ListQuestion(
                    question(DAY).register(), DAY, null, "", java.util.Set.of(), null, null, order, false, 50, null);
            var sql = new ListSql(asked, 0, DAY);
            var plan = String.join("\n", jdbc.sql("explain " + sql.page(false)).params(sql.parameters()).param("limit", 51)
                    .query(String.class).list());

            assertThat(plan).as(order.name()).contains("Index Scan using version_by_").doesNotContain("Sort");
        }
    }

    private void twelveServices() {
        entered(recordEvents,
                granted(1, FIRST_BATCH, new ServiceFacts(
                        new Sourced<>("C21-0002-2", Sourced.Provenance.INFERRED), "FJcloud", "富士通株式会社", null, null, null, null,
                        List.of(new OtherName("reading", "provider", new Sourced<>("フジツウ", Sourced.Provenance.UNVERIFIED))))),
                granted(2, FIRST_BATCH, facts("C21-0009-2", "NEC Cloud IaaS", "日本電気株式会社")),
                granted(3, FIRST_BATCH, facts("C21-0014-2", "エンタープライズ", "株式会社日立製作所")),
                granted(4, FIRST_BATCH, facts("C21-0017-2", "Box", "Box, Inc.")),
                granted(5, FIRST_BATCH, facts("C21-0005-2", "Workspace", "Google LLC")));
    }

    /** Rows put there by hand, past every check: only the plan is looked at. */
    private static void many(int services) throws SQLException {
        try (var owner = TestDatabase.place().connectAsOwner(); var statement = owner.createStatement()) {
            statement.execute("""
                    insert into register.service_version
                    select 'ismap', gen_random_uuid(), date '2021-03-12', 'infinity', 0, 9223372036854775807, 'registered', 'infinity', null,
                           null, null, 'n' || n, 'p', date '2021-03-12', null, 0, lpad(n::text, 8, '0'), 'n' || n, 'p', 'infinity',
                           case when n %% 100 = 0 then '日立製作所' else '別会社' || n end,
                           case when n %% 100 = 0 then array['日', '立', '製', '作', '所', '日立', '立製', '製作', '作所']
                                else array['別', '会', '社', '別会', '会社', 'x' || n] end, '{}'
                      from generate_series(1, %d) n
                    """.formatted(services));
            statement.execute("analyze register.service_version");
        }
    }
}
