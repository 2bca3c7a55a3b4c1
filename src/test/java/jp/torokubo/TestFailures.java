// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts a {@link FailingDataSource} before every pool, so that any test can let any call fail, and a {@link RewrittenSql}. */
@TestConfiguration(proxyBeanMethods = false)
class TestFailures {

    @Bean
    static BeanPostProcessor failuresOnDemand() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && !(bean instanceof FailingDataSource)
                        ? new FailingDataSource(new RewrittenSql(source))
                        : bean;
            }
        };
    }
}
