// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import jp.torokubo.ground.database.CannotStart;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the demo be reached from this machine only: in it anybody becomes anybody with one click. */
@Component
@Profile("demo")
@Order(Ordered.LOWEST_PRECEDENCE)
class OnThisMachineOnly implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private final String asked;

    OnThisMachineOnly(@Value("${server.address:}") String asked) {
        this.asked = asked;
    }

    @Override
    public void customize(ConfigurableWebServerFactory server) {
        server.setAddress(loopback(asked));
    }

    /** @throws CannotStart where another address was asked for */
    static InetAddress loopback(String asked) {
        try {
            var address = asked.isBlank() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(asked);
            if (address.isLoopbackAddress()) {
                return address;
            }
        } catch (UnknownHostException nowhere) {
            // the same answer: it is not this machine
        }
        throw new CannotStart(
                "見本（demo）は、このコンピューターの中だけで動きます。server.address=%s を外すか、127.0.0.1 にしてください。".formatted(asked),
                "The demo runs on this machine only. Leave out server.address=%s, or make it 127.0.0.1.".formatted(asked));
    }
}
