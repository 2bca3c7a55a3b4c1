// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.freezing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.BaseService;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.Evidence;
import jp.torokubo.procedure.statement.KeptForm;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.ScopeFunction;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Tier;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.PublicStatement.Row;
import org.jspecify.annotations.Nullable;

/**
 * Takes a statement apart into the rows of its three sections.
 *
 * <p>Nothing is in the public section that is not one of the five items of 登録規則 3.8. What is noted for the work (owners, due days, states,
 * comments) is in none. A row whose place is changed here makes another version of the same statement, so a change needs a schema number of
 * {@link jp.torokubo.record.register.StatementHashes}.
 */
public final class Freezer {

    private static final List<Part> FOR_AGENCIES = List.of(
            Part.SERVICE, Part.SCOPE, Part.BASE_SERVICES, Part.OVERVIEW, Part.PERIOD, Part.SUBSEQUENT_EVENTS, Part.SPECIAL_NOTES,
            Part.DISCLOSURES, Part.AI_FUNCTIONS, Part.SUBCONTRACTORS);

    private final WholeStatement whole;
    private final Catalogue catalogue;
    private final Supplier<String> salts;

    private Freezer(WholeStatement whole, Catalogue catalogue, Supplier<String> salts) {
        this.whole = whole;
        this.catalogue = catalogue;
        this.salts = salts;
    }

    /** @param salts 16 random bytes in hexadecimal each time it is asked */
    public static Map<Visibility, List<Row>> rows(WholeStatement whole, Catalogue catalogue, Supplier<String> salts) {
        var freezer = new Freezer(whole, catalogue, salts);
        var sections = new EnumMap<Visibility, List<Row>>(Visibility.class);
        sections.put(Visibility.PUBLIC, freezer.publicRows());
        sections.put(Visibility.AGENCIES, freezer.agencyRows());
        sections.put(Visibility.RESTRICTED, freezer.restrictedRows());
        return sections;
    }

    private List<Row> publicRows() {
        var content = whole.content();
        var rows = new ArrayList<Row>();
        var name = content.service().name();
        rows.add(row("service-name", object("en", name.en(), "ja", name.ja())));
        rows.add(row("period", object("from", day(content.period().from()), "until", day(content.period().until()))));
        int place = 1;
        for (var function : content.scope().functions()) {
            rows.add(row("function/" + "%04d".formatted(place++), function(function)));
        }
        place = 1;
        for (var base : content.baseServices().services()) {
            rows.add(row("base/" + "%04d".formatted(place++), base(base)));
        }
        for (var objective : catalogue.of(Tier.OBJECTIVE)) {
            rows.add(row("objective/" + objective.id(), object("choice", whole.answer(objective.id()).choice().code())));
        }
        var events = content.subsequentEvents();
        rows.add(row("subsequent-events", object("none", events.none(), "events", events.events().stream()
                .map(event -> object("on", day(event.on()), "ja", event.what().ja(), "en", event.what().en())).toList())));
        return rows;
    }

    private List<Row> agencyRows() {
        var rows = new ArrayList<Row>();
        for (var part : FOR_AGENCIES) {
            rows.add(part(part));
        }
        for (var control : catalogue.controls()) {
            if (AnswerRules.isAnswered(control)) {
                rows.add(row("answer/" + control.id(), answer(whole.answer(control.id()))));
            }
        }
        return rows;
    }

    private List<Row> restrictedRows() {
        var rows = new ArrayList<Row>();
        rows.add(part(Part.REPRESENTATION));
        int place = 1;
        for (var evidence : whole.evidence()) {
            rows.add(row("evidence/" + "%04d".formatted(place++), evidence(evidence)));
        }
        return rows;
    }

    private Row part(Part part) {
        Content content = whole.content().parts().get(part);
        return new Row("part/" + part.code(), salts.get(), KeptForm.canonical(content));
    }

    private Row row(String key, Map<String, @Nullable Object> value) {
        return new Row(key, salts.get(), CanonicalJson.write(value));
    }

    private static Map<String, @Nullable Object> function(ScopeFunction function) {
        return object(
                "name_ja", function.name().ja(), "name_en", function.name().en(), "standing", function.standing().code(),
                "regions", function.regions().entrySet().stream()
                        .map(entry -> object("kind", entry.getKey().code(), "names", entry.getValue())).toList(),
                "base_service", function.baseService().isEmpty() ? null : function.baseService(),
                "note_ja", function.note().ja(), "note_en", function.note().en());
    }

    private static Map<String, @Nullable Object> base(BaseService base) {
        return object(
                "key", base.key(), "name_ja", base.name().ja(), "name_en", base.name().en(),
                "registered", base.registered() == null ? null : base.registered().toString(), "version", base.version());
    }

    private static Map<String, @Nullable Object> answer(Answer answer) {
        return object(
                "choice", answer.choice().code(),
                "realisations", answer.realisations().stream()
                        .map(one -> object("from", day(one.from()), "until", day(one.until()), "ja", one.text().ja(), "en", one.text().en()))
                        .toList(),
                "reason_ja", answer.reason().ja(), "reason_en", answer.reason().en(),
                "rests_on", answer.restsOn() == null ? null
                        : object("version", answer.restsOn().version(), "control", answer.restsOn().control()));
    }

    private static Map<String, @Nullable Object> evidence(Evidence evidence) {
        return object(
                "title", evidence.title(), "sha256", evidence.sha256(), "file_name", evidence.fileName(), "link", evidence.link(),
                "valid_until", day(evidence.validUntil()), "controls", evidence.controls());
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
