// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jp.torokubo.FreshDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.demo.LoadDemo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

/** The demo world, loaded by the use cases and walked with one click. */
@TorokuboTest
@FreshDatabase
@ActiveProfiles("demo")
class DemoWorldTest {

    @Autowired MockMvc mvc;
    @Autowired LoadDemo load;
    @Autowired JdbcClient jdbc;

    @Test
    void somebodyIsOneClickAwayAndSeesHisOwnDossiersOnly() {
        started();
        started();

        var auditor = new Visitor(mvc).open("/demo");
        auditor.send("/demo", "role", roleOf("kansa-one")).open("/desk/dossiers");
        assertThat(auditor.page()).contains("例：ほくとクラウド基盤 登録の更新").doesNotContain("なんよう", "ワークスペース", "さいかい");

        var manager = new Visitor(mvc).open("/demo");
        manager.send("/demo", "role", roleOf("minami-manager")).open("/desk/dossiers");
        assertThat(manager.page()).contains("なんよう").doesNotContain("ほくと", "さいかい", "北都");
        assertThat(jdbc.sql("select count(*) from identity.person").query(Integer.class).single()).as("loaded once").isEqualTo(24);
    }

    private void started() {
        load.run(new DefaultApplicationArguments());
    }

    private String roleOf(String key) {
        return jdbc.sql("""
                        select r.id::text from identity.role r join identity.person p on p.id = r.person
                        where p.login = :login order by r.id limit 1
                        """)
                .param("login", key + "@demo.example")
                .query(String.class)
                .single();
    }
}
