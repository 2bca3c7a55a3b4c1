// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says, when the program is ready, where it is to be found. */
@Component
class AddressLine {

    private static final Logger log = LoggerFactory.getLogger(AddressLine.class);

    @EventListener
    void show(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var port = web.getWebServer().getPort();
            log.info("登録簿 http://localhost:{}/  English: http://localhost:{}/en/", port, port);
        }
    }
}
