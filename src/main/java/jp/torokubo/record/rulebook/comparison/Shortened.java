// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.comparison;

import java.util.ArrayList;
import java.util.List;
import jp.torokubo.record.rulebook.comparison.ChangedWords.Step;

/** Leaves out the inside of long unchanged stretches of a passage, as （〜略〜）, at the ends of phrases. */
final class Shortened {

    private static final String LEFT_OUT = "（〜略〜）";
    private static final int LONG = 240;
    /** What stays beside a change, so that the sentence is still understood. */
    private static final int STAYS = 60;

    private Shortened() {}

    static List<Step> of(List<Step> steps) {
        var shortened = new ArrayList<Step>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step.equal() && step.before().length() > LONG) {
                var text = shortened(step.before(), i == steps.size() - 1);
                shortened.add(new Step(text, text));
            } else {
                shortened.add(step);
            }
        }
        return shortened;
    }

    private static String shortened(String text, boolean last) {
        int head = phraseEnd(text, STAYS);
        int tail = last ? text.length() : phraseBegin(text, text.length() - STAYS);
        return head < tail ? text.substring(0, head) + LEFT_OUT + text.substring(tail) : text;
    }

    private static int phraseEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (endsPhrase(text.charAt(i))) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static int phraseBegin(String text, int from) {
        for (int i = from; i > 0; i--) {
            if (endsPhrase(text.charAt(i - 1))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean endsPhrase(char character) {
        return character == '、' || character == '。';
    }
}
