// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether mail can be sent: without a server, a sender and an address to link to, nothing is written and nothing is sent. */
@Component
public class MailSettings {

    private final String server;
    private final String from;
    private final String publicAddress;

    /** @param publicAddress scheme and host under which people reach the program; never taken from a request */
    MailSettings(
            @Value("${spring.mail.host:}") String server, @Value("${torokubo.mail-from:}") String from,
            @Value("${torokubo.public-address:}") String publicAddress) {
        this.server = server;
        this.from = from;
        this.publicAddress = publicAddress.replaceFirst("/$", "");
    }

    public boolean on() {
        return missing().isEmpty();
    }

    /** Settings that are not there or have no possible form, by name. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        if (server.isBlank()) {
            missing.add("spring.mail.host");
        }
        if (!MailAddress.isPlain(from)) {
            missing.add("torokubo.mail-from");
        }
        if (!publicAddress.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
            missing.add("torokubo.public-address");
        }
        return List.copyOf(missing);
    }

    public String from() {
        return from;
    }

    /** The address of a page, for a mail. */
    String linkTo(String path, String language) {
        return publicAddress + (language.equals("en") ? "/en" : "") + path;
    }

    /** Behind the at sign of a Message-ID. */
    String host() {
        return URI.create(publicAddress).getHost();
    }
}
