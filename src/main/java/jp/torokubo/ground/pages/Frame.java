// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the frame around every page needs to know. Templates know it as {@code ${frame}}. */
@Component
public class Frame {

    /** One entry of the menu; {@code key} is also what a page puts into its model as {@code menu}. */
    public record MenuEntry(String key, String href) {}

    private static final List<MenuEntry> MENU = List.of(
            new MenuEntry("services", "/services"),
            new MenuEntry("calendar", "/calendar"),
            new MenuEntry("stats", "/stats"),
            new MenuEntry("criteria", "/criteria"),
            new MenuEntry("rulebook", "/rulebook"),
            new MenuEntry("changes", "/changes"),
            new MenuEntry("data", "/data"));

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private final MessageSource messages;
    private final String publicAddress;
    private final boolean demo;
    private volatile Set<String> pages = Set.of();

    /** @param publicAddress scheme and host under which the public knows the program; empty: as the request says */
    Frame(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers,
            MessageSource messages,
            @Value("${torokubo.public-address:}") String publicAddress, Environment environment) {
        this.handlers = handlers;
        this.messages = messages;
        this.publicAddress = publicAddress;
        this.demo = environment.matchesProfiles("demo");
    }

    /** Main menu: only what there is a page for. */
    public List<MenuEntry> menu() {
        return MENU.stream().filter(entry -> has(entry.href())).toList();
    }

    /**
     * Whether the program answers at this address; a frame links to nothing that is not there. Parts that vary are written
     * {@code {}}.
     */
    public boolean has(String href) {
        if (pages.isEmpty()) {
            var mapping = handlers.getIfAvailable();
            pages = mapping == null
                    ? Set.of()
                    : mapping.getHandlerMethods().keySet().stream()
                            .flatMap(info -> info.getPatternValues().stream())
                            .map(pattern -> pattern.replaceAll("\\{[^}]*}", "{}"))
                            .collect(Collectors.toUnmodifiableSet());
        }
        return pages.contains(href);
    }

    public String lang() {
        return language().code();
    }

    public boolean english() {
        return language() == PageLanguage.ENGLISH;
    }

    /** The address of a file that has no English path of its own, asked for in the language of the page. */
    public String read(String address) {
        return english() ? address + "?lang=en" : address;
    }

    public PageLanguage other() {
        return language().other();
    }

    /** What stands behind the name of a page in the title of the window. */
    public String tail() {
        return (english() ? " | " : "｜") + messages.getMessage("pages.window", null, language().locale());
    }

    /** This page in its own language, from the root, with its query. */
    public String address() {
        return address(language());
    }

    /** The same page in the other language. */
    public String otherAddress() {
        return address(language().other());
    }

    /** This page with scheme and host, for the foot of a printed page. */
    public String printedAddress() {
        var request = request();
        var origin = publicAddress.isEmpty()
                ? request.getRequestURL().toString().replaceFirst("^(https?://[^/]*).*", "$1")
                : publicAddress;
        return origin + address();
    }

    /** Whether everything but the register itself is invented, and anybody may become anybody. */
    public boolean demo() {
        return demo;
    }

    /** Whether this is a page of the desk, where nobody comes who has not signed in. */
    public boolean atDesk() {
        return address(PageLanguage.JAPANESE).matches("/(desk|operator)([/?].*)?");
    }

    private String address(PageLanguage language) {
        var request = request();
        var path = request.getRequestURI();
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            path = failed;
        }
        if (path.startsWith(PageLanguage.ENGLISH.prefix() + "/")) {
            path = path.substring(PageLanguage.ENGLISH.prefix().length());
        }
        var query = request.getQueryString();
        return language.prefix() + path + (query == null || query.isEmpty() ? "" : "?" + query);
    }

    private static PageLanguage language() {
        return PageLanguage.of(request());
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
