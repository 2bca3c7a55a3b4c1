// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody had typed when his session ended, so that it is offered to him again and not lost. Secrets are left out.
 *
 * @param path where it was sent to, without language
 */
record KeptForm(String path, ArrayList<Field> fields) implements Serializable {

    private static final int MOST_CHARACTERS = 100_000;
    private static final Set<String> NOT_KEPT = Set.of("_csrf", "password", "passwordAgain", "code", "answer");

    record Field(String name, String value) implements Serializable {}

    /** Only a form of our own page is kept; one that another site has sent here is not. */
    static Optional<KeptForm> of(HttpServletRequest request) {
        var type = request.getContentType();
        if (!request.getMethod().equals("POST") || type == null
                || !type.startsWith("application/x-www-form-urlencoded") || !fromOurPage(request)) {
            return Optional.empty();
        }
        var fields = new ArrayList<Field>();
        var characters = 0;
        for (var name : Collections.list(request.getParameterNames())) {
            for (var value : values(request, name)) {
                fields.add(new Field(name, value));
                characters += name.length() + value.length();
            }
        }
        return characters > MOST_CHARACTERS
                ? Optional.empty()
                : Optional.of(new KeptForm(DeskForms.path(request), fields));
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return NOT_KEPT.contains(name) ? List.of() : Arrays.asList(request.getParameterValues(name));
    }

    private static boolean fromOurPage(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        var expected = request.getRequestURL().toString().replaceFirst("^(https?://[^/]*).*", "$1");
        return expected.equals(origin);
    }
}
