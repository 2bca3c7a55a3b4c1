// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.mapping;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.ChangeAnswers.Wanted;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.ledger.TreeHash;

/**
 * What applying a mapping would write: a draft into each row that has no answer yet and to which an item with a text answers.
 *
 * <p>A draft has a text and no choice: whether the control is realised is for a person to say.
 *
 * @param answered rows that are left alone, because somebody has written into them
 * @param silent rows whose items have no text
 * @param tooLong rows for which the texts of all items together are too long
 */
public record DraftPlan(List<Draft> drafts, List<String> answered, List<String> silent, List<String> tooLong) {

    /**
     * @param items all that answer to the control
     * @param seen version of the row
     */
    public record Draft(Control control, List<String> items, Wording text, long seen) {}

    public static DraftPlan of(Mapping mapping, Map<String, Answer> answers, Catalogue catalogue) {
        var texts = mapping.items().stream().collect(Collectors.toMap(Mapping.Item::id, Mapping.Item::text));
        Map<String, List<String>> byControl = new LinkedHashMap<>();
        mapping.pairs().forEach(pair -> byControl.computeIfAbsent(pair.control(), none -> new ArrayList<>()).add(pair.item()));
        var drafts = new ArrayList<Draft>();
        var answered = new ArrayList<String>();
        var silent = new ArrayList<String>();
        var tooLong = new ArrayList<String>();
        for (var control : catalogue.controls()) {
            var items = byControl.get(control.id());
            if (items == null) {
                continue;
            }
            var now = answers.getOrDefault(control.id(), Answer.untouched(control.id()));
            var text = text(mapping.source().title(), items, texts);
            if (!isUnanswered(now)) {
                answered.add(control.id());
            } else if (text.isEmpty()) {
                silent.add(control.id());
            } else if (isTooLong(text.ja()) || isTooLong(text.en())) {
                tooLong.add(control.id());
            } else {
                drafts.add(new Draft(control, List.copyOf(items), text, now.version()));
            }
        }
        return new DraftPlan(List.copyOf(drafts), List.copyOf(answered), List.copyOf(silent), List.copyOf(tooLong));
    }

    /** Nobody has chosen, described, reasoned or rested it on another. */
    static boolean isUnanswered(Answer answer) {
        return answer.choice() == Choice.OPEN && !answer.isDescribed() && answer.reason().isEmpty() && answer.restsOn() == null;
    }

    public List<Wanted> edits() {
        return drafts.stream()
                .map(draft -> new Wanted(
                        AnswerEdit.of(draft.control().id()).withRealisations(List.of(Realisation.throughout(draft.text()))), draft.seen()))
                .toList();
    }

    /** Changes with anything that would be written. */
    public String fingerprint() {
        return HexFormat.of().formatHex(TreeHash.ofEntry(CanonicalJson.write(drafts.stream()
                .map(draft -> List.of(draft.control().id(), String.valueOf(draft.seen()), draft.text().ja(), draft.text().en()))
                .toList())));
    }

    /** Each text behind the name of the list and the item it is of, so that every source is seen in the row. */
    private static Wording text(String list, List<String> items, Map<String, Wording> texts) {
        var ja = new ArrayList<String>();
        var en = new ArrayList<String>();
        for (var item : items) {
            var text = texts.getOrDefault(item, Wording.NONE);
            if (!text.ja().isEmpty()) {
                ja.add("【" + list + " " + item + "】" + text.ja());
            }
            if (!text.en().isEmpty()) {
                en.add("[" + list + " " + item + "] " + text.en());
            }
        }
        return new Wording(String.join("\n", ja), String.join("\n", en));
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > AnswerRules.LONGEST_TEXT;
    }
}
