// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts the test's clock in the place of the system's. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

    @Bean
    @Primary
    public SettableClock settableClock() {
        return new SettableClock();
    }
}
