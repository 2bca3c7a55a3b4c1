// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jp.torokubo.ground.identity.people.Token;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the whole address of a one-time link. */
@Component
class SetUpAddress {

    private final String publicAddress;

    SetUpAddress(@Value("${torokubo.public-address:}") String publicAddress) {
        this.publicAddress = publicAddress.replaceAll("/+$", "");
    }

    String of(Token token, HttpServletRequest request) {
        return origin(request) + path(token);
    }

    /** Under which the program is reached: as configured, or else as this request has reached it. */
    String origin(HttpServletRequest request) {
        return publicAddress.isEmpty()
                ? request.getRequestURL().toString().replaceFirst("^(https?://[^/]*).*", "$1")
                : publicAddress;
    }

    String of(Token token, int port) {
        return (publicAddress.isEmpty() ? "http://localhost:" + port : publicAddress) + path(token);
    }

    private static String path(Token token) {
        return "/set-up/" + token.value();
    }
}
