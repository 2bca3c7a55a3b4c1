// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import org.jspecify.annotations.Nullable;

/** A body of the scheme, with the name it had on the day that was asked for. */
public record Body(String id, Edition edition) {

    public String name(boolean english) {
        var name = edition.get("name", english);
        return name == null ? id : name;
    }

    public @Nullable String powers(boolean english) {
        return edition.get("powers", english);
    }

    public @Nullable String composition(boolean english) {
        return edition.get("composition", english);
    }

    public @Nullable String note(boolean english) {
        return edition.get("note", english);
    }

    public Source source() {
        return edition.source();
    }
}
