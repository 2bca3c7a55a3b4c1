// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.torokubo.procedure.statement.comparing.SinceLastYear;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the rows is asked for, as it stands in the address. An empty value narrows nothing.
 *
 * @param place id of a chapter or category
 * @param owner {@code mine}, {@code none}, or the id of a person
 * @param lacks code of a {@link Lack}
 * @param basic {@code 1}: basic statement requirements only
 * @param important {@code 1}: what the list of important controls names only
 * @param since code of a {@link SinceLastYear}
 */
record GridAddress(
        String place, String tier, String choice, String state, String owner, String lacks, String basic, String important,
        String since, String words) {

    static final GridAddress EVERYTHING = new GridAddress("", "", "", "", "", "", "", "", "", "");

    /** The names of its values in an address, in their order. */
    static final String[] NAMES = {"in", "tier", "choice", "state", "owner", "lacks", "basic", "important", "since", "q"};

    static GridAddress of(Map<String, String> values) {
        return new GridAddress(
                value(values, "in"), value(values, "tier"), value(values, "choice"), value(values, "state"), value(values, "owner"),
                value(values, "lacks"), one(values, "basic"), one(values, "important"), value(values, "since"), value(values, "q").strip());
    }

    /** As it was kept, or came with a form. */
    static GridAddress read(String query) {
        MultiValueMap<String, String> values;
        try {
            values = UriComponentsBuilder.fromUriString("?" + query).build().getQueryParams();
        } catch (IllegalArgumentException notAQuery) {
            return EVERYTHING;
        }
        var decoded = new LinkedHashMap<String, String>();
        values.toSingleValueMap().forEach((name, value) -> decoded.put(name, value == null ? "" : decoded(value)));
        return of(decoded);
    }

    /** All that narrows, by name. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        var all = new String[] {place, tier, choice, state, owner, lacks, basic, important, since, words};
        for (int i = 0; i < NAMES.length; i++) {
            if (!all[i].isEmpty()) {
                values.put(NAMES[i], all[i]);
            }
        }
        return values;
    }

    public boolean isEverything() {
        return values().isEmpty();
    }

    public GridAddress with(String name, String value) {
        var values = new LinkedHashMap<>(values());
        values.put(name, value);
        return of(values);
    }

    /** Without a leading question mark. */
    public String query() {
        var href = href("");
        return href.isEmpty() ? "" : href.substring(1);
    }

    public String href(String path) {
        return href(path, Map.of());
    }

    /** @param more put behind what narrows */
    public String href(String path, Map<String, String> more) {
        var href = UriComponentsBuilder.fromPath(path);
        values().forEach((name, value) -> href.queryParam(name, "{" + name + "}"));
        more.forEach((name, value) -> href.queryParam(name, "{" + name + "}"));
        var all = new LinkedHashMap<String, Object>(values());
        all.putAll(more);
        return href.encode().buildAndExpand(all).toUriString();
    }

    private static String one(Map<String, String> values, String name) {
        return value(values, name).equals("1") ? "1" : "";
    }

    private static String value(Map<String, String> values, String name) {
        var value = values.get(name);
        return value == null ? "" : value.length() > 200 ? value.substring(0, 200) : value;
    }

    private static String decoded(String value) {
        try {
            return java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
