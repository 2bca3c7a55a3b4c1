// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.torokubo.ground.japanese.SearchKey;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.Fold;
import jp.torokubo.record.register.ServiceFacts;
import jp.torokubo.record.register.ServiceFacts.OtherName;
import jp.torokubo.record.register.ServiceState;
import jp.torokubo.record.register.Status;
import jp.torokubo.record.register.entry.BasisCodec;
import jp.torokubo.record.register.entry.FactsCodec;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code register.service_version} but for its knowledge: a service over a span of days. Two equal versions say the same, so what
 * stays equal stays.
 */
record Version(
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Status byEvents,
        @Nullable LocalDate endsAfter,
        @Nullable LocalDate undecidedOn,
        @Nullable String number,
        @Nullable String provenance,
        String name,
        String provider,
        LocalDate registeredOn,
        @Nullable LocalDate validUntil,
        long grantedBy,
        @Nullable String statement,
        @Nullable LocalDate statedOn,
        String searchText,
        String detail) {

    /** Comes after every number. */
    static final String NO_NUMBER = Character.toString(0x10FFFF);

    /** What the list does not show: the facts whole, the basis, other numbers. */
    record Detail(ServiceFacts facts, List<OtherName> formerNames, Basis basis, List<String> numbers) {

        String json() {
            var names = new ServiceFacts(null, "", "", null, null, null, null, formerNames);
            var object = new LinkedHashMap<String, Object>();
            object.put("facts", FactsCodec.object(facts));
            object.put("former_names", Objects.requireNonNull(FactsCodec.object(names).get("also_known_as")));
            object.put("basis", BasisCodec.object(basis));
            object.put("numbers", numbers);
            return CanonicalJson.write(object);
        }

        @SuppressWarnings("unchecked")
        static Detail of(String json) {
            var object = CanonicalJson.read(json);
            var facts = (Map<String, Object>) object.get("facts");
            var names = new LinkedHashMap<>(facts);
            names.put("also_known_as", object.get("former_names"));
            return new Detail(
                    FactsCodec.facts(facts),
                    FactsCodec.facts(names).alsoKnownAs(),
                    BasisCodec.basis((Map<String, ?>) object.get("basis")),
                    (List<String>) object.get("numbers"));
        }
    }

    static Version of(Fold.Span span) {
        var state = span.state();
        var facts = state.facts();
        return new Version(
                span.from(), span.to(), state.statusByEvents(), state.endsAfter(),
                state.isUndecidedOn(span.from()) ? span.from() : null,
                facts.number() == null ? null : facts.number().value(),
                facts.number() == null ? null : facts.number().provenance().code(),
                facts.name(), facts.provider(), state.registeredOn(), state.validUntil(), state.grantedBy(),
                state.stated() == null ? null : state.stated().statement().version(),
                state.stated() == null ? null : state.stated().effectiveOn(),
                SearchWords.text(searched(state)),
                new Detail(facts, state.formerNames(), state.basis(), state.numbers()).json());
    }

    private static List<String> searched(ServiceState state) {
        var texts = new ArrayList<>(List.of(state.facts().name(), state.facts().provider()));
        texts.addAll(state.numbers());
        state.alsoKnownAs().forEach(other -> texts.add(other.name().value()));
        return texts;
    }

    String numberKey() {
        return number == null ? NO_NUMBER : SearchKey.of(number);
    }

    String nameKey() {
        return SearchKey.of(name);
    }

    String providerKey() {
        return SearchKey.of(provider);
    }

    /** A day as a column that is never null. */
    static Object orInfinity(@Nullable LocalDate day) {
        return day == null ? LocalDate.MAX : day;
    }

    static @Nullable LocalDate orNull(@Nullable LocalDate day) {
        return day == null || day.isAfter(LocalDate.of(200000, 1, 1)) ? null : day;
    }
}
