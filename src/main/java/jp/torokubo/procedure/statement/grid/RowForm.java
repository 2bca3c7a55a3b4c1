// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.util.ArrayList;
import java.util.List;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Colleague;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RowRefusal;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.Wording;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the form of a row, as it was typed.
 *
 * @param owner id of the person; empty for nobody
 * @param state code of the state to move to; empty leaves that to the program
 * @param seen version of the row the writer had before him
 */
record RowForm(
        String choice, List<Described> described, String reasonJa, String reasonEn, String owner, String due, String state, long seen) {

    record Described(String ja, String en, String from, String until) {

        static final Described EMPTY = new Described("", "", "", "");

        boolean isEmpty() {
            return (ja + en + from + until).isBlank();
        }
    }

    static RowForm of(Answer answer, List<Colleague> colleagues) {
        var described = new ArrayList<Described>();
        answer.realisations().forEach(one -> described.add(new Described(
                one.text().ja(), one.text().en(), String.valueOf(one.from() == null ? "" : one.from()),
                String.valueOf(one.until() == null ? "" : one.until()))));
        if (described.isEmpty()) {
            described.add(Described.EMPTY);
        }
        var owner = colleagues.stream().filter(one -> one.login().equals(answer.owner())).findFirst();
        return new RowForm(
                answer.choice().code(), described, answer.reason().ja(), answer.reason().en(),
                owner.map(one -> one.id().value().toString()).orElse(answer.owner().isEmpty() ? "" : KEEP),
                answer.due() == null ? "" : answer.due().toString(), "", answer.version());
    }

    /** Stands for an owner who has left the dossier, and stays until another is chosen. */
    static final String KEEP = "keep";

    static RowForm read(MultiValueMap<String, String> sent) {
        var described = new ArrayList<Described>();
        var ja = sent.getOrDefault("ja", List.of());
        for (int i = 0; i < ja.size(); i++) {
            described.add(new Described(ja.get(i), at(sent, "en", i), at(sent, "from", i), at(sent, "until", i)));
        }
        return new RowForm(
                at(sent, "choice", 0), described, at(sent, "reasonJa", 0), at(sent, "reasonEn", 0), at(sent, "owner", 0), at(sent, "due", 0),
                at(sent, "state", 0), seen(at(sent, "seen", 0)));
    }

    /** The same with one more description, empty, to write into. */
    RowForm withOneMore() {
        var more = new ArrayList<>(described);
        more.add(Described.EMPTY);
        return new RowForm(choice, more, reasonJa, reasonEn, owner, due, state, seen);
    }

    RowForm withSeen(long version) {
        return new RowForm(choice, described, reasonJa, reasonEn, owner, due, state, version);
    }

    /**
     * The same with one cell as somebody typed it into the list.
     *
     * @param english whether it is the English wording that was edited
     */
    RowForm withCell(String field, String value, boolean english) {
        var text = described.isEmpty() ? Described.EMPTY : described.get(0);
        return switch (field) {
            case "choice" -> new RowForm(value, described, reasonJa, reasonEn, owner, due, state, seen);
            case "text" -> {
                if (described.size() > 1) {
                    throw new Opened.NotRead(new RowRefusal.MoreThanACell());
                }
                yield new RowForm(
                        choice,
                        List.of(new Described(english ? text.ja() : value, english ? value : text.en(), text.from(), text.until())),
                        reasonJa, reasonEn, owner, due, state, seen);
            }
            case "reason" -> new RowForm(
                    choice, described, english ? reasonJa : value, english ? value : reasonEn, owner, due, state, seen);
            case "owner" -> new RowForm(choice, described, reasonJa, reasonEn, value, due, state, seen);
            case "due" -> new RowForm(choice, described, reasonJa, reasonEn, owner, value, state, seen);
            case "state" -> new RowForm(choice, described, reasonJa, reasonEn, owner, due, value, seen);
            default -> throw new Opened.NotRead(new RowRefusal.NothingToSet());
        };
    }

    /** @throws Opened.NotRead where something cannot be read */
    AnswerEdit edit(String control, List<Colleague> colleagues) {
        var realisations = described.stream().filter(one -> !one.isEmpty())
                .map(one -> new Realisation(new Wording(lines(one.ja()), lines(one.en())), Opened.day(one.from()), Opened.day(one.until())))
                .toList();
        var edit = AnswerEdit.of(control)
                .withChoice(Choice.of(choice).orElseThrow(() -> new Opened.NotRead(new RowRefusal.NothingToSet())))
                .withRealisations(realisations)
                .withReason(new Wording(lines(reasonJa), lines(reasonEn)))
                .withDue(Opened.day(due));
        edit = owner.equals(KEEP) ? edit : edit.withOwner(Opened.login(colleagues, owner));
        return state.isEmpty() ? edit : edit.withState(
                RowState.of(state).orElseThrow(() -> new Opened.NotRead(new RowRefusal.NothingToSet())));
    }

    /** Forms send line breaks of their own kind. */
    private static String lines(String typed) {
        return typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static String at(MultiValueMap<String, String> sent, String name, int place) {
        var values = sent.getOrDefault(name, List.of());
        return place < values.size() ? values.get(place) : "";
    }

    static long seen(String given) {
        return given.matches("\\d{1,18}") ? Long.parseLong(given) : 0;
    }
}
