// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.List;
import java.util.Map;

/**
 * A statement with everything it says, at one moment: what is checked, compared, frozen and printed.
 *
 * @param answers of the rows somebody has written into, by control
 * @param evidence in the order in which it was added
 */
public record WholeStatement(
        Statement statement, StatementContent content, Map<String, Answer> answers, List<Evidence> evidence) {

    public WholeStatement {
        answers = Map.copyOf(answers);
        evidence = List.copyOf(evidence);
    }

    /** What is said of a row; an untouched answer where nothing is. */
    public Answer answer(String control) {
        var answer = answers.get(control);
        return answer == null ? Answer.untouched(control) : answer;
    }
}
