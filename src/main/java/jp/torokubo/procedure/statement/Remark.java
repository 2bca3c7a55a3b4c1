// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.refusal.Article;

/**
 * Something the self-check found lacking or doubtful.
 *
 * @param rule code of the rule; never renamed
 * @param subject which of several things at the place is meant; empty where the place says it all
 * @param article that asks for it, or {@link Article#NONE}
 * @param arguments of its words: texts, numbers, days, or {@link Words} to be looked up
 */
public record Remark(
        String rule, Severity severity, Place place, String subject, Article article, List<Object> arguments) {

    public Remark {
        arguments = List.copyOf(arguments);
    }

    /** Where it is mended. */
    public sealed interface Place {

        /** As it stands in addresses and files. */
        String code();
    }

    /** A row of the criteria, by its id with suffix. */
    public record InRow(String control) implements Place {
        @Override public String code() { return control; }
    }

    public record InPart(Part part) implements Place {
        @Override public String code() { return part.code(); }
    }

    public record InEvidence(UUID evidence, String title) implements Place {
        @Override public String code() { return evidence.toString(); }
    }

    /** An argument whose words depend on the language. */
    public record Words(String messageKey) {}

    /** The same as long as the same rule finds the same thing at the same place. */
    public String key() {
        return key(rule, place.code(), subject);
    }

    public static String key(String rule, String place, String subject) {
        return rule + "@" + place + (subject.isEmpty() ? "" : "#" + subject);
    }

    /** Key of the sentence that says what is wrong. */
    public String wrongKey() {
        return "statement.check.wrong." + rule;
    }

    /** Key of the sentence that says what to do. */
    public String mendKey() {
        return "statement.check.mend." + rule;
    }
}
