// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Reads from a cookie only what can be the id of a session of ours; whatever else somebody sends there is as no cookie at all.
 *
 * <p>Browsers bring it along to public pages and pictures too. There it is not read: nobody's session is looked up or prolonged by them.
 */
final class DeskCookie extends DefaultCookieSerializer {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final RequestMatcher behindTheDeskDoor = Doors.deskPaths();

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        if (!behindTheDeskDoor.matches(request)) {
            return List.of();
        }
        return super.readCookieValues(request).stream().filter(value -> ID.matcher(value).matches()).toList();
    }
}
