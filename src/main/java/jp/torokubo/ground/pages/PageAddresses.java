// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import java.util.List;

/** Which addresses are pages, and so exist once in each language. */
public final class PageAddresses {

    /** Machines read these; they exist once. */
    private static final List<String> SPOKEN_BY_MACHINES = List.of("/assets/", "/api/", "/feeds/", "/actuator", "/error");

    private PageAddresses() {}

    /**
     * @param path from the root, without {@code /en}, with or without a query
     */
    public static boolean isPage(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            return false;
        }
        var bare = path.split("[?#]", 2)[0];
        return SPOKEN_BY_MACHINES.stream().noneMatch(bare::startsWith)
                && !bare.endsWith(".ics")
                && !bare.equals("/robots.txt")
                && !bare.equals("/favicon.ico");
    }
}
