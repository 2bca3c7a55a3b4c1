// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** Somebody with a browser that keeps cookies and knows no script: opens pages, fills in forms, follows where he is sent. */
final class Visitor {

    private static final int MOST_REDIRECTS = 5;

    private final MockMvc mvc;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private @Nullable MockHttpServletResponse last;
    private String address = "";
    private String page = "";
    private String formToken = "";

    Visitor(MockMvc mvc) {
        this.mvc = mvc;
    }

    Visitor open(String path) {
        return follow(path, get(URI.create(path)));
    }

    /** Sends a form of the page he sees, with its hidden fields, and the given fields in pairs of name and value. */
    Visitor send(String path, String... fields) {
        var request = post(URI.create(path)).header("Origin", "http://localhost");
        for (var hidden : Map.of("_csrf", "", "commandId", "", "next", "").keySet()) {
            var value = field(hidden);
            if (!value.isEmpty()) {
                request.param(hidden, value);
            }
        }
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return follow(path, request.contentType("application/x-www-form-urlencoded"));
    }

    /** Does what the script of the passkeys does: sends JSON under the token of the page, and reads JSON. */
    Visitor ask(String path, String json) {
        var token = field("_csrf");
        if (!token.isEmpty()) {
            formToken = token;
        }
        return follow(path, post(URI.create(path)).header("X-CSRF-TOKEN", formToken).contentType("application/json").content(json));
    }

    int status() {
        return answer().getStatus();
    }

    /** Where he is now. */
    String address() {
        return address;
    }

    String page() {
        return page;
    }

    String heading() {
        return first("<h1[^>]*>([^<]*)");
    }

    String byId(String id) {
        return first("id=\"" + id + "\"[^>]*>([^<]*)");
    }

    String field(String name) {
        return first("name=\"" + name + "\" value=\"([^\"]*)\"");
    }

    MockHttpServletResponse answer() {
        if (last == null) {
            throw new IllegalStateException("nothing was opened yet");
        }
        return last;
    }

    @Nullable String cookie(String name) {
        var cookie = cookies.get(name);
        return cookie == null ? null : cookie.getValue();
    }

    Collection<Cookie> cookies() {
        return cookies.values();
    }

    /** Brings a cookie along that somebody else has given him. */
    void take(Cookie cookie) {
        cookies.put(cookie.getName(), cookie);
    }

    private Visitor follow(String path, MockHttpServletRequestBuilder first) {
        var request = first;
        var where = path;
        for (var redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            perform(request);
            address = where;
            var to = answer().getHeader("Location");
            if (to == null || answer().getStatus() / 100 != 3) {
                return this;
            }
            where = to;
            request = get(URI.create(to));
        }
        throw new AssertionError("sent around in circles: " + where);
    }

    private void perform(MockHttpServletRequestBuilder request) {
        try {
            if (!cookies.isEmpty()) {
                request.cookie(cookies.values().toArray(Cookie[]::new));
            }
            var answer = mvc.perform(request).andReturn().getResponse();
            for (var cookie : answer.getCookies()) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie);
                }
            }
            last = answer;
            page = answer.getContentAsString();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String first(String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }
}
