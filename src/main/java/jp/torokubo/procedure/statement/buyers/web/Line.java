// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.buyers.BuyersQuestions;
import jp.torokubo.procedure.statement.buyers.BuyersQuestions.Question;
import jp.torokubo.procedure.statement.buyers.Sheet.SheetAnswer;
import org.jspecify.annotations.Nullable;

/** A question with its answer; null where it is not answered, or not for the reader. */
record Line(Question question, @Nullable SheetAnswer answer) {

    /** Whether one of the choices of who may read it is the one that was made; nobody is what is chosen first. */
    public boolean isFor(Visibility visibility) {
        return answer == null ? visibility == Visibility.RESTRICTED : answer.visibility() == visibility;
    }

    /** By topic, in the order of the questions. */
    static Map<String, List<Line>> of(BuyersQuestions questions, Map<String, SheetAnswer> answers) {
        var topics = new LinkedHashMap<String, List<Line>>();
        questions.all().forEach(question -> topics.computeIfAbsent(question.topic(), none -> new ArrayList<>())
                .add(new Line(question, answers.get(question.code()))));
        return topics;
    }
}
