// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins the conditions that were asked for; the texts are ours, the values are always parameters. */
final class Conditions {

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    void with(@Nullable Object value, String text, String name) {
        if (value != null) {
            texts.add(text);
            values.put(name, value);
        }
    }

    void also(Object value, String name) {
        values.put(name, value);
    }

    String where() {
        return texts.isEmpty() ? "" : "where " + String.join(" and ", texts);
    }

    Map<String, Object> values() {
        return values;
    }
}
