// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.downloads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.torokubo.ground.correspondence.ExportNotes;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.criteria.OfficialText;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.EventView;
import jp.torokubo.use.site.census.Census;
import jp.torokubo.use.site.census.Events;
import jp.torokubo.use.site.census.TakeCensus;
import jp.torokubo.use.site.scheme.Scheme;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Fills the tables of {@link DataSet}. Nothing in them depends on when they are asked for, only on what is recorded. */
@Component
public class Tables {

    private static final int AT_ONCE = 2_000;

    private final TakeCensus census;
    private final RegisterReading reading;
    private final Scheme scheme;
    private final Criteria criteria;
    private final Dictionary dictionary;
    private final Terms terms;
    private final ApiMembers members;
    private final MessageSource messages;

    Tables(
            TakeCensus census, RegisterReading reading, Scheme scheme, Criteria criteria, Dictionary dictionary, Terms terms,
            ApiMembers members, MessageSource messages) {
        this.census = census;
        this.reading = reading;
        this.scheme = scheme;
        this.criteria = criteria;
        this.dictionary = dictionary;
        this.terms = terms;
        this.members = members;
        this.messages = messages;
    }

    /** @param asOf the day of the list; the other tables do not depend on it */
    public Table of(DataSet set, LocalDate asOf, Locale language) {
        return switch (set) {
            case SERVICES -> {
                var counted = census.handle(RegisterName.ISMAP, asOf);
                yield table(set, language, services(counted), "as_of: " + asOf,
                        "register_index: " + counted.registerIndex(), "complete_until: " + counted.completeUntil());
            }
            case EVENTS -> {
                var standing = reading.standing(RegisterName.ISMAP, null);
                yield table(set, language, events(), "register_index: " + standing.registerIndex(),
                        "complete_until: " + standing.completeUntil());
            }
            case COUNTS -> table(set, language, scheme.counts().stream().map(count -> row(
                    count.when(), count.register(), count.services(), count.providers(), count.provenance(), count.source(language))).toList());
            case DOCUMENTS -> table(set, language, scheme.documents().stream().map(edition -> row(
                    edition.document(), edition.title(), edition.titleInEnglish(), edition.addressees(), edition.edition(),
                    edition.standing(), edition.decidedOn(), edition.effectiveOn(), edition.attestedOn(), edition.provenance(),
                    edition.source(language))).toList());
            case BODIES -> table(set, language, scheme.bodies().stream().map(name -> row(
                    name.body(), name.name(), name.nameInEnglish(), name.from(), name.attestedOn(), name.provenance(),
                    name.source(language))).toList());
            case TERMS -> table(set, language, Stream.concat(scheme.words().stream(), scheme.ours().stream()).map(word -> row(
                    word.japanese(), word.english(), word.meaning(), word.meaningInEnglish(), word.codeName(),
                    word.source().in(language))).toList());
            case CRITERIA -> table(set, language, criteria.editions().stream()
                    .flatMap(edition -> criteria.catalogue(edition.id()).stream())
                    .flatMap(catalogue -> catalogue.controls().stream().map(control -> row(
                            catalogue.edition().id(), control.id(), control.tier().code(), control.parent(), control.suffix().code(),
                            control.obligation().code(), control.title(false), control.titleIn(true), control.titleBasis().code(),
                            control.basis(false).code(), control.basis(true).code(), control.reference(), control.firstEdition(),
                            control.changedIn(), body(control.officialJa()), body(control.officialEn()))))
                    .toList());
            case DICTIONARY -> table(set, language, dictionary.entries().stream().map(entry -> row(
                    entry.key(), entry.heading(), entry.headingInEnglish(), entry.meaning(), entry.meaningInEnglish(),
                    entry.unit(language), entry.example(), String.join(" ", standsIn(entry.key())))).toList());
        };
    }

    /** Names of the files that have this column, and {@code api} where the API has a member of this name. */
    public List<String> standsIn(String key) {
        var files = Arrays.stream(DataSet.values()).filter(set -> set.columns().contains(key)).map(DataSet::file);
        var ofDossiers = ExportNotes.COLUMNS.contains(key) ? Stream.of("notes") : Stream.<String>empty();
        var api = members.names().contains(key) ? Stream.of("api") : Stream.<String>empty();
        return Stream.of(files, ofDossiers, api).flatMap(names -> names).toList();
    }

    private static List<List<@Nullable Object>> services(Census counted) {
        return counted.listed().stream().map(service -> row(
                service.number() == null ? null : service.number().value(),
                service.number() == null ? null : service.number().provenance().code(),
                service.name(), service.provider(), service.register().code(), service.registeredOn(), service.validUntil(),
                service.status().code(), service.lastKnownStatus().code(), service.id().value().toString(),
                counted.asOf(), counted.completeUntil())).toList();
    }

    private List<List<@Nullable Object>> events() {
        var rows = new ArrayList<List<@Nullable Object>>();
        var before = Long.MAX_VALUE;
        List<EventView> found;
        do {
            found = reading.changes(RegisterName.ISMAP, null, before, AT_ONCE);
            for (var event : found) {
                rows.add(event(event));
                before = event.index();
            }
        } while (found.size() == AT_ONCE);
        Collections.reverse(rows);
        return rows;
    }

    private static List<@Nullable Object> event(EventView view) {
        var event = view.event();
        var correction = event instanceof RegisterEvent.Corrected corrected ? corrected : null;
        var basis = basis(view.basis());
        return row(
                view.index(), view.recordedAt(), event.type(), Events.effectiveOn(event), view.serviceNumber(),
                view.serviceName(), view.service() == null ? null : view.service().value().toString(),
                correction == null ? null : correction.entry(), Events.why(event), view.correctedBy(),
                basis.get("basis"), basis.get("title"), basis.get("source"), basis.get("place"),
                view.basis() instanceof Basis.Publication publication ? publication.completeUntil() : null,
                view.recorderRole(), view.leafHash());
    }

    private static Map<String, String> basis(Basis basis) {
        if (basis instanceof Basis.Decision decision) {
            return Map.of("basis", "decision", "title", decision.meeting(), "source", decision.article(), "place", decision.item());
        }
        if (basis instanceof Basis.Publication publication) {
            return Map.of("basis", "publication", "title", publication.title(), "source", publication.source(),
                    "place", publication.place());
        }
        var act = (Basis.ProviderAct) basis;
        return Map.of("basis", "provider-act", "title", act.what(), "source", act.on().toString());
    }

    private Table table(DataSet set, Locale language, List<List<@Nullable Object>> rows, String... notes) {
        var title = messages.getMessage("site.data.set." + set.file(), null, language);
        var terms = messages.getMessage("site.about.licence.data", null, language) + ": " + this.terms.data(language);
        return new Table(title, dictionary.columns(set, language), rows,
                Stream.concat(Arrays.stream(notes), Stream.of(terms)).toList());
    }

    private static @Nullable String body(@Nullable OfficialText text) {
        return text == null ? null : text.body();
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }
}
