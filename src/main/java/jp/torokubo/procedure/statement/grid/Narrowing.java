// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.japanese.SearchKey;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Colleague;
import jp.torokubo.procedure.statement.comparing.LastYear;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import org.jspecify.annotations.Nullable;

/** Finds the rows an address asks for, in natural order. */
final class Narrowing {

    private final Catalogue catalogue;
    private final Map<String, Answer> answers;
    private final List<Colleague> colleagues;
    private final PersonId reader;
    private final Set<String> important;
    private final Supplier<Optional<LastYear.Rows>> lastYear;
    private @Nullable Optional<LastYear.Rows> asked;

    /**
     * @param important ids; empty where no list of them is loaded
     * @param lastYear asked only where that narrows, and once
     */
    Narrowing(
            Catalogue catalogue, Map<String, Answer> answers, List<Colleague> colleagues, PersonId reader, Set<String> important,
            Supplier<Optional<LastYear.Rows>> lastYear) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.colleagues = colleagues;
        this.reader = reader;
        this.important = important;
        this.lastYear = lastYear;
    }

    /** Every row a statement answers. */
    static List<Control> rows(Catalogue catalogue) {
        return catalogue.controls().stream().filter(AnswerRules::isAnswered).toList();
    }

    List<Control> found(GridAddress address) {
        var words = words(address.words());
        return rows(catalogue).stream().filter(control -> meets(control, address, words)).toList();
    }

    /** The next row that meets what is asked for, behind one that need not meet it any more. */
    Optional<Control> after(Control here, GridAddress address) {
        int at = catalogue.position(here);
        return found(address).stream().filter(row -> catalogue.position(row) > at).findFirst();
    }

    Optional<Control> before(Control here, GridAddress address) {
        int at = catalogue.position(here);
        return found(address).stream().filter(row -> catalogue.position(row) < at).reduce((one, later) -> later);
    }

    Answer answer(Control control) {
        return answers.getOrDefault(control.id(), Answer.untouched(control.id()));
    }

    private boolean meets(Control control, GridAddress address, List<String> words) {
        var answer = answer(control);
        return isIn(control, address.place())
                && (address.tier().isEmpty() || control.tier().code().equals(address.tier()))
                && (address.choice().isEmpty() || answer.choice().code().equals(address.choice()))
                && (address.state().isEmpty() || answer.state().code().equals(address.state()))
                && (address.owner().isEmpty() || isOwnedBy(answer, address.owner()))
                && (address.lacks().isEmpty() || Lack.of(address.lacks()).map(lack -> lack.isIn(answer)).orElse(false))
                && (address.basic().isEmpty() || control.suffix().basic())
                && (address.important().isEmpty() || important.contains(control.id()))
                && (address.since().isEmpty() || isSince(control, answer, address.since()))
                && (words.isEmpty() || holds(control, answer, words));
    }

    private static boolean isIn(Control control, String place) {
        return place.isEmpty() || control.number().equals(place) || control.number().startsWith(place + ".");
    }

    private boolean isSince(Control control, Answer answer, String code) {
        if (asked == null) {
            asked = lastYear.get();
        }
        return asked.isPresent() && asked.get().since(control, answer).code().equals(code);
    }

    private boolean isOwnedBy(Answer answer, String owner) {
        return switch (owner) {
            case "none" -> answer.owner().isEmpty();
            case "mine" -> isOf(answer, reader.value().toString());
            default -> isOf(answer, owner);
        };
    }

    private boolean isOf(Answer answer, String person) {
        return colleagues.stream().anyMatch(one -> one.login().equals(answer.owner()) && one.id().value().toString().equals(person));
    }

    private static List<String> words(String typed) {
        var words = new ArrayList<String>();
        Arrays.stream(typed.split("[\\p{Z}\\s]+")).map(SearchKey::of).filter(word -> !word.isEmpty()).forEach(words::add);
        return words;
    }

    private static boolean holds(Control control, Answer answer, List<String> words) {
        var text = new StringBuilder(control.id()).append('\n').append(control.titleIn(false)).append('\n');
        if (control.titleIn(true) != null) {
            text.append(control.titleIn(true)).append('\n');
        }
        text.append(control.reference()).append('\n').append(answer.reason().ja()).append('\n').append(answer.reason().en());
        answer.realisations().forEach(one -> text.append('\n').append(one.text().ja()).append('\n').append(one.text().en()));
        var key = SearchKey.of(text.toString());
        return words.stream().allMatch(key::contains);
    }
}
