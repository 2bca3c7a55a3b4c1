// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page a request came from, as far as it is one of ours: what another site says of itself leads nowhere. */
final class WayBack {

    private static final int LONGEST = 2000;

    /** What an address of ours is made of; nothing a browser would read as another host or as a step upwards. */
    private static final Pattern PATH = Pattern.compile("/(?:[A-Za-z0-9._~%-]+/)*[A-Za-z0-9._~%-]*");
    private static final Pattern STEP = Pattern.compile("(?:^|/)(?:\\.|%2[eE]){1,2}(?:/|$)");
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~%&=+,:-]*");

    private WayBack() {}

    /** Path and query, with {@code /en} where it has that; null where it is no page of ours. */
    static @Nullable String of(HttpServletRequest request) {
        var given = request.getHeader("Referer");
        var host = request.getHeader("Host");
        if (given == null || host == null || given.length() > LONGEST) {
            return null;
        }
        URI from;
        try {
            from = new URI(given);
        } catch (URISyntaxException noAddress) {
            return null;
        }
        var path = from.getRawPath();
        var query = from.getRawQuery();
        if (from.getScheme() == null || !from.getScheme().matches("(?i)https?") || !host.equalsIgnoreCase(from.getRawAuthority())
                || path == null || !PATH.matcher(path).matches() || STEP.matcher(path).find()
                || query != null && !QUERY.matcher(query).matches()) {
            return null;
        }
        var bare = path.startsWith(PageLanguage.ENGLISH.prefix() + "/") ? path.substring(PageLanguage.ENGLISH.prefix().length()) : path;
        return PageAddresses.isPage(bare) ? path + (query == null || query.isEmpty() ? "" : "?" + query) : null;
    }
}
