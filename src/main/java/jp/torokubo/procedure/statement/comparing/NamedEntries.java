// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.comparing.ItemDifference.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Entries of two lists, put side by side by what they are known by. Their order says nothing; of several with the same name, the first goes
 * with the first.
 *
 * @param known by what the same entry is found again, surest first; an empty answer finds none
 */
record NamedEntries<E>(
        Function<E, Wording> name, Function<E, Said> saidBefore, Function<E, Said> saidAfter,
        List<Function<E, Optional<String>>> known) {

    private static final Said NOTHING = new Said();

    record Pair<E>(@Nullable E before, @Nullable E after) {}

    static <E> NamedEntries<E> byName(Function<E, Wording> name, Function<E, Said> said) {
        return byName(name, said, said);
    }

    /** @param saidBefore what an entry of the first list says, where that takes knowing the rest of its statement */
    static <E> NamedEntries<E> byName(Function<E, Wording> name, Function<E, Said> saidBefore, Function<E, Said> saidAfter) {
        return new NamedEntries<>(name, saidBefore, saidAfter, List.of(entry -> written(name.apply(entry))));
    }

    NamedEntries<E> orRather(Function<E, Optional<String>> surer) {
        var all = new ArrayList<Function<E, Optional<String>>>();
        all.add(surer);
        all.addAll(known);
        return new NamedEntries<>(name, saidBefore, saidAfter, all);
    }

    List<ItemDifference> between(List<E> before, List<E> after) {
        var different = new ArrayList<ItemDifference>();
        for (var pair : pairs(before, after)) {
            var was = pair.before() == null ? NOTHING : saidBefore.apply(pair.before());
            var is = pair.after() == null ? NOTHING : saidAfter.apply(pair.after());
            var kind = pair.before() == null ? Kind.ADDED : pair.after() == null ? Kind.REMOVED : Kind.CHANGED;
            var fields = Said.between(was, is);
            if (kind != Kind.CHANGED || !fields.isEmpty()) {
                var shown = Objects.requireNonNull(pair.after() == null ? pair.before() : pair.after());
                different.add(new ItemDifference(name.apply(shown).in(false), kind, fields));
            }
        }
        return different;
    }

    /** First those of the second list, in its order; then those only the first has. */
    List<Pair<E>> pairs(List<E> before, List<E> after) {
        var partners = new ArrayList<@Nullable Integer>(java.util.Collections.nCopies(after.size(), null));
        var taken = new HashSet<Integer>();
        for (var by : known) {
            for (int j = 0; j < after.size(); j++) {
                var wanted = by.apply(after.get(j));
                for (int i = 0; wanted.isPresent() && partners.get(j) == null && i < before.size(); i++) {
                    if (!taken.contains(i) && by.apply(before.get(i)).equals(wanted)) {
                        partners.set(j, i);
                        taken.add(i);
                    }
                }
            }
        }
        var pairs = new ArrayList<Pair<E>>();
        for (int j = 0; j < after.size(); j++) {
            var partner = partners.get(j);
            pairs.add(new Pair<>(partner == null ? null : before.get(partner), after.get(j)));
        }
        for (int i = 0; i < before.size(); i++) {
            if (!taken.contains(i)) {
                pairs.add(new Pair<>(before.get(i), null));
            }
        }
        return pairs;
    }

    private static Optional<String> written(Wording name) {
        return Optional.of(name.in(false).strip());
    }
}
