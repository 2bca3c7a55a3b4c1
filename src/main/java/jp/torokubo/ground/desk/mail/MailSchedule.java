// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Begins a round of sending every minute, on every instance; whoever has the lease does the work. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "torokubo.scheduled-work", havingValue = "true", matchIfMissing = true)
class MailSchedule {

    private final MailRound round;

    MailSchedule(MailRound round) {
        this.round = round;
    }

    @Scheduled(initialDelayString = "${torokubo.mail-every:60s}", fixedDelayString = "${torokubo.mail-every:60s}")
    void send() {
        round.run();
    }
}
