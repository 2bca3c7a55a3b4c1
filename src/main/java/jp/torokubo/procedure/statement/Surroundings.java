// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the self-check has to know beyond the statement itself. Whatever is null or empty silences the rules that need it.
 *
 * @param previous audited period of the statement before; null where there is none, or it is not known
 * @param longest that an audited period may be (管理基準 2.2.5); null: not known
 * @param shortest that it may be where it is shorter; null: not known
 * @param below what has happened to base services, and is not a state of the register
 * @param baseAnswers what versions say that rows rest on
 * @param today in Tokyo
 */
public record Surroundings(
        Content.@Nullable Period previous, @Nullable Period longest, @Nullable Period shortest, BaseServiceStates register,
        LocalDate today, List<Below> below, BaseAnswers baseAnswers) {

    public Surroundings {
        below = List.copyOf(below);
    }

    /** What the versions say that rows rest on. */
    @FunctionalInterface
    public interface BaseAnswers {

        /** {@link Choice#OPEN} where the version says nothing of the control; empty where that is not known. */
        Optional<Choice> to(RestsOn on);
    }

    /**
     * @param key of the base service in the statement
     * @param rule that speaks of it
     * @param since day from which it is so; null: not known
     * @param what in the words of the register, or the first digits of a version
     */
    public record Below(String key, String rule, @Nullable LocalDate since, String what) {}
}
