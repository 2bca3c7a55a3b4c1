// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import jp.torokubo.record.register.ObjectiveTitles.Title;
import jp.torokubo.record.register.PublicContent;
import jp.torokubo.record.register.PublicStatement.Objective;
import org.jspecify.annotations.Nullable;

/**
 * The objectives of a statement, by chapter and one by one.
 *
 * @param choice asked for; empty for all
 */
public record ObjectivesOfStatement(String choice, List<Chapter> chapters, List<Row> shown) {

    static final List<String> CHOICES = List.of("adopted", "left-out", "open");

    /** @param title null where the criteria do not have it */
    public record Row(Objective objective, @Nullable Title title) {}

    public record Chapter(String number, @Nullable Title title, List<Objective> objectives) {
        public long count(String choice) {
            return objectives.stream().filter(objective -> objective.choice().equals(choice)).count();
        }
    }

    static ObjectivesOfStatement of(PublicContent content, Function<String, @Nullable Title> titles, String choice) {
        var byChapter = new LinkedHashMap<String, List<Objective>>();
        content.objectives().forEach(objective -> byChapter
                .computeIfAbsent(objective.control().split("\\.")[0], chapter -> new ArrayList<>()).add(objective));
        var chapters = new ArrayList<Chapter>();
        byChapter.forEach((number, objectives) -> chapters.add(new Chapter(number, titles.apply(number), objectives)));
        var asked = CHOICES.contains(choice) ? choice : "";
        return new ObjectivesOfStatement(asked, chapters, content.objectives().stream()
                .filter(objective -> asked.isEmpty() || objective.choice().equals(asked))
                .map(objective -> new Row(objective, titles.apply(objective.control())))
                .toList());
    }
}
