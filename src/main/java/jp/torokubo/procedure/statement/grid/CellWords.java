// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.ReadRows;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.record.criteria.Control;
import org.springframework.context.MessageSource;

/** What the script of the list needs to know of a row, in words. */
final class CellWords {

    private CellWords() {}

    static RowCells.Cell of(ReadRows.One one, Control control, MessageSource messages, Locale language) {
        var answer = one.answer();
        var form = RowForm.of(answer, one.around().colleagues());
        var wordings = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, String>();
        values.put("choice", form.choice());
        if (form.described().size() == 1) {
            var text = form.described().get(0);
            put("text", text.ja(), text.en(), values, wordings, language);
        }
        put("reason", form.reasonJa(), form.reasonEn(), values, wordings, language);
        values.put("state", answer.state().code());
        var choices = new LinkedHashMap<String, String>();
        for (var choice : Choice.values()) {
            choices.put(choice.code(), said(choice.messageKey(control.tier()), messages, language));
        }
        var states = new LinkedHashMap<String, String>();
        for (var state : RowState.values()) {
            if (answer.state().leadsTo(state)) {
                states.put(state.code(), said(state.messageKey(), messages, language));
            }
        }
        var options = new LinkedHashMap<String, Map<String, String>>(Map.of("choice", choices, "state", states));
        if (one.around().ofTheProvidersSide()) {
            values.put("owner", form.owner());
            values.put("due", form.due());
            var owners = new LinkedHashMap<String, String>();
            owners.put("", said("statement.grid.owner.none", messages, language));
            if (form.owner().equals(RowForm.KEEP)) {
                owners.put(RowForm.KEEP, one.around().owners().getOrDefault(answer.owner(), ""));
            }
            one.around().colleagues().forEach(colleague -> owners.put(colleague.id().value().toString(), colleague.name()));
            options.put("owner", owners);
        }
        return new RowCells.Cell(answer.version(), values, options, wordings);
    }

    /** The wording that the list shows is the one that is edited; where there is none, that of the page's language. */
    private static void put(
            String field, String ja, String en, Map<String, String> values, Map<String, String> wordings, Locale language) {
        var english = language.getLanguage().equals("en") ? !en.isEmpty() || ja.isEmpty() : ja.isEmpty() && !en.isEmpty();
        values.put(field, english ? en : ja);
        wordings.put(field, english ? "en" : "ja");
    }

    static Map<String, String> shown(ReadRows.One one, Control control, MessageSource messages, Locale language) {
        var answer = one.answer();
        var english = language.getLanguage().equals("en");
        var realisations = answer.realisations();
        var shown = new LinkedHashMap<String, String>();
        shown.put("choice", said(answer.choice().messageKey(control.tier()), messages, language));
        shown.put("text", realisations.isEmpty() ? "" : GridView.shortened(realisations.get(realisations.size() - 1).text().in(english)));
        shown.put("reason", GridView.shortened(answer.reason().in(english)));
        shown.put("state", said(answer.state().messageKey(), messages, language));
        shown.put("owner", one.around().owners().getOrDefault(answer.owner(), ""));
        shown.put("due", answer.due() == null ? "" : answer.due().toString());
        return shown;
    }

    private static String said(String key, MessageSource messages, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
