// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document of the scheme with all its known editions. */
public record Document(Editions editions) {

    public String id() {
        return editions.subject();
    }

    public String name(boolean english) {
        return text("name", english, id());
    }

    public String shortName(boolean english) {
        return text("short", english, name(english));
    }

    /** framework, provider, auditor, agency, other or decision. */
    public String group() {
        var group = newest().get("group");
        return group == null ? "other" : group;
    }

    /** Id of the document it rests on, or null. */
    public @Nullable String parent() {
        return newest().get("parent");
    }

    /** provider (CSP向け), auditor (監査機関向け), operator (制度運営側向け), agency (政府機関等向け). */
    public List<String> addressees() {
        var codes = newest().get("addressees");
        return codes == null ? List.of() : Arrays.asList(codes.split(" "));
    }

    /** new (新規), amended (一部改正), or null. */
    public @Nullable String mark() {
        return newest().get("mark");
    }

    /** Number of its publication, or null. */
    public @Nullable String number() {
        return newest().get("number");
    }

    /** What the overview calls it: 運営規則 and the like, or null. */
    public @Nullable String role(boolean english) {
        return newest().get("role", english);
    }

    public @Nullable String parts(boolean english) {
        return newest().get("parts", english);
    }

    public @Nullable String note(boolean english) {
        return newest().get("note", english);
    }

    /** Whether the overview of 2022 shows it. */
    public boolean inFigure() {
        return "yes".equals(newest().get("figure"));
    }

    public Edition newest() {
        return editions.list().get(editions.list().size() - 1);
    }

    private String text(String name, boolean english, String otherwise) {
        var text = newest().get(name, english);
        return text == null ? otherwise : text;
    }
}
