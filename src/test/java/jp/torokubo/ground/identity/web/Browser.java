// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Somebody who goes from the program to an issuer and back by real HTTP, with a jar of cookies for each of the two. */
final class Browser {

    private static final Pattern FORM_FIELD = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>|<input[^>]*name=\"_csrf\"[^>]*>");

    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, Map<String, String>> jars = new HashMap<>();
    private HttpResponse<String> last;
    private URI here;

    Browser(String origin) {
        this.here = URI.create(origin);
    }

    /** Opens one address and stays there, wherever it leads on to. */
    Browser look(String address) {
        return send(HttpRequest.newBuilder(here.resolve(address)).GET());
    }

    /** Opens an address and follows where it leads. */
    Browser open(String address) {
        return follow(look(address));
    }

    /** Sends the form of the page that leads to this path, with its hidden fields; does not follow. */
    Browser press(String path, String... fields) {
        var form = Pattern.compile("<form[^>]*action=\"" + Pattern.quote(path) + "\"[^>]*>(.*?)</form>", Pattern.DOTALL).matcher(page());
        if (!form.find()) {
            throw new AssertionError("no form to " + path + " on " + here + ": " + page());
        }
        var values = new LinkedHashMap<String, String>();
        var hidden = FORM_FIELD.matcher(form.group(1));
        while (hidden.find()) {
            values.put(attribute(hidden.group(), "name"), attribute(hidden.group(), "value"));
        }
        for (var i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        var body = new StringBuilder();
        values.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(here.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin(here))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Follows where the last answer leads. */
    Browser follow() {
        return follow(this);
    }

    /** Where the last answer leads on to. */
    String leadsTo() {
        return here.resolve(last.headers().firstValue("Location").orElseThrow(
                () -> new AssertionError("leads nowhere: " + last.statusCode() + " " + here + page()))).toString();
    }

    int status() {
        return last.statusCode();
    }

    String page() {
        return last.body();
    }

    String byId(String id) {
        var found = Pattern.compile("id=\"" + id + "\"[^>]*>([^<]*)").matcher(page());
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    String link(String id) {
        var found = Pattern.compile("<a[^>]*id=\"" + id + "\"[^>]*>").matcher(page());
        if (!found.find()) {
            throw new AssertionError("no link " + id + " on " + here + ": " + page());
        }
        return attribute(found.group(), "href");
    }

    String path() {
        return here.getPath();
    }

    HttpResponse<String> answer() {
        return last;
    }

    String cookie(String name) {
        return jar(here).getOrDefault(name, "");
    }

    /** Brings along a cookie that somebody else has given him. */
    void take(String name, String value) {
        jar(here).put(name, value);
    }

    private Browser follow(Browser from) {
        for (var i = 0; i < 8 && last.statusCode() / 100 == 3; i++) {
            look(leadsTo());
        }
        return from;
    }

    private Browser send(HttpRequest.Builder request) {
        try {
            var asked = request.build();
            here = asked.uri();
            var jar = jar(here);
            if (!jar.isEmpty()) {
                var cookies = new StringBuilder();
                jar.forEach((name, value) -> cookies.append(cookies.isEmpty() ? "" : "; ").append(name).append('=').append(value));
                request.header("Cookie", cookies.toString());
            }
            last = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (var set : last.headers().allValues("Set-Cookie")) {
                var pair = set.split(";", 2)[0].split("=", 2);
                if (set.contains("Max-Age=0")) {
                    jar.remove(pair[0]);
                } else {
                    jar.put(pair[0], pair[1]);
                }
            }
            return this;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Map<String, String> jar(URI address) {
        return jars.computeIfAbsent(origin(address), origin -> new LinkedHashMap<>());
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }
}
