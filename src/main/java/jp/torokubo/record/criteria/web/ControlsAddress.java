// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import jp.torokubo.record.criteria.ControlQuestion;
import jp.torokubo.record.criteria.Obligation;
import jp.torokubo.record.criteria.Suffix;
import jp.torokubo.record.criteria.Tier;
import org.jspecify.annotations.Nullable;

/** The address of a list of controls: every state of the list has one. */
record ControlsAddress(ControlQuestion question) {

    static final int USUAL = 50;

    public String href() {
        return "/criteria/" + question.edition() + query();
    }

    /** Beginning with ?, or empty. */
    public String query() {
        var pairs = new StringJoiner("&", "?", "").setEmptyValue("");
        if (question.chapter() != null) {
            pairs.add("chapter=" + encoded(question.chapter()));
        }
        several(pairs, "tier", question.tiers().stream().map(Tier::code).toList());
        several(pairs, "suffix", question.suffixes().stream().map(Suffix::asked).toList());
        several(pairs, "obligation", question.obligations().stream().map(Obligation::code).toList());
        if (!question.text().isEmpty()) {
            pairs.add("q=" + encoded(question.text()));
        }
        if (question.limit() != USUAL && question.limit() != 0) {
            pairs.add("limit=" + question.limit());
        }
        if (question.cursor() != null) {
            pairs.add("cursor=" + encoded(question.cursor()));
        }
        return pairs.toString();
    }

    /** The same rows as a file. */
    public String file(String ending) {
        return "/criteria/" + question.edition() + "." + ending + new ControlsAddress(question.unpaged()).query();
    }

    /** The same question in the API, from its first page. */
    public String api() {
        return "/api/v1/criteria/" + question.edition() + "/controls" + new ControlsAddress(question.unpaged()).query();
    }

    ControlsAddress in(String edition) {
        return new ControlsAddress(new ControlQuestion(
                edition, question.chapter(), question.tiers(), question.suffixes(), question.obligations(), question.text(),
                question.limit(), null));
    }

    ControlsAddress chapter(@Nullable String chapter) {
        return new ControlsAddress(new ControlQuestion(
                question.edition(), chapter, question.tiers(), question.suffixes(), question.obligations(), question.text(),
                question.limit(), null));
    }

    ControlsAddress tiers(Set<Tier> tiers) {
        return new ControlsAddress(new ControlQuestion(
                question.edition(), question.chapter(), tiers, question.suffixes(), question.obligations(), question.text(),
                question.limit(), null));
    }

    ControlsAddress suffixes(Set<Suffix> suffixes) {
        return new ControlsAddress(new ControlQuestion(
                question.edition(), question.chapter(), question.tiers(), suffixes, question.obligations(), question.text(),
                question.limit(), null));
    }

    ControlsAddress obligations(Set<Obligation> obligations) {
        return new ControlsAddress(new ControlQuestion(
                question.edition(), question.chapter(), question.tiers(), question.suffixes(), obligations, question.text(),
                question.limit(), null));
    }

    ControlsAddress text(String text) {
        return new ControlsAddress(new ControlQuestion(
                question.edition(), question.chapter(), question.tiers(), question.suffixes(), question.obligations(), text,
                question.limit(), null));
    }

    ControlsAddress page(int limit, @Nullable String cursor) {
        return new ControlsAddress(new ControlQuestion(
                question.edition(), question.chapter(), question.tiers(), question.suffixes(), question.obligations(), question.text(),
                limit, cursor));
    }

    public ControlsAddress everything() {
        return new ControlsAddress(new ControlQuestion(
                question.edition(), null, Set.of(), Set.of(), Set.of(), "", question.limit(), null));
    }

    /** A set with a value put in, or taken out where it was in. */
    static <T> Set<T> turned(Set<T> values, T value) {
        var turned = new LinkedHashSet<>(values);
        if (!turned.remove(value)) {
            turned.add(value);
        }
        return turned;
    }

    private static void several(StringJoiner pairs, String name, List<String> codes) {
        if (!codes.isEmpty()) {
            pairs.add(name + "=" + String.join(",", codes));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
