// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.List;

/**
 * Which class the changed words of a description speak for.
 *
 * @param kind {@link ChangeClass#UNDECIDED} where they speak for none, or for two alike
 * @param words that were found, so that whoever confirms it sees why
 */
public record Proposal(ChangeClass kind, List<String> words) {

    public Proposal {
        words = List.copyOf(words);
    }
}
