// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.Assurance;
import jp.torokubo.procedure.statement.BaseService;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.DataKind;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.ScopeFunction;
import jp.torokubo.procedure.statement.ServiceModel;
import jp.torokubo.procedure.statement.Standing;
import jp.torokubo.procedure.statement.StatementContent;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.comparing.ItemDifference.Kind;
import org.jspecify.annotations.Nullable;

/** Compares the parts of two statements. */
final class PartComparison {

    private static final String REGIONS = "regions.";

    private final StatementContent before;
    private final StatementContent after;

    PartComparison(StatementContent before, StatementContent after) {
        this.before = before;
        this.after = after;
    }

    /** @return null where both say the same */
    @Nullable PartDifference of(Part part) {
        var fields = Said.between(said(before, part), said(after, part));
        var items = items(part);
        if (fields.isEmpty() && items.isEmpty()) {
            return null;
        }
        return new PartDifference(part, fields, items, part == Part.SCOPE ? ofScope(items) : classes(fields, items));
    }

    private static Said said(StatementContent content, Part part) {
        return switch (part) {
            case SERVICE -> new Said()
                    .text("service-name", content.service().name())
                    .names("models", content.service().models().stream().sorted().map(ServiceModel::code).toList())
                    .plain("registered", content.service().registered() == null ? null : content.service().registered().toString());
            case SCOPE -> new Said();
            case BASE_SERVICES -> none(content.baseServices().none());
            case OVERVIEW -> new Said()
                    .text("company", content.overview().company())
                    .text("service", content.overview().service())
                    .text("architecture", content.overview().architecture())
                    .text("controls", content.overview().controls())
                    .text("population", content.overview().population());
            case PERIOD -> new Said().day("from", content.period().from()).day("until", content.period().until());
            case SUBSEQUENT_EVENTS -> none(content.subsequentEvents().none()).day("reported-on", content.subsequentEvents().reportedOn());
            case SPECIAL_NOTES -> none(content.specialNotes().none()).text("text", content.specialNotes().text());
            case REPRESENTATION -> new Said()
                    .text("signatory", content.representation().name())
                    .text("office", content.representation().office())
                    .text("authority", content.representation().authority())
                    .day("signed-on", content.representation().signedOn())
                    .words("assured", content.representation().assured().stream().sorted().map(Assurance::messageKey).toList());
            case DISCLOSURES -> new Said()
                    .text("capital", content.disclosures().capital())
                    .text("foreign-law", content.disclosures().foreignLaw())
                    .text("jurisdiction", content.disclosures().jurisdiction())
                    .text("testing", content.disclosures().testing());
            case AI_FUNCTIONS -> none(content.aiFunctions().none());
            case SUBCONTRACTORS -> none(content.subcontractors().none());
        };
    }

    private List<ItemDifference> items(Part part) {
        return switch (part) {
            case SCOPE -> NamedEntries.byName(
                            ScopeFunction::name, function -> ofFunction(before, function), function -> ofFunction(after, function))
                    .between(before.scope().functions(), after.scope().functions());
            case BASE_SERVICES -> NamedEntries.byName(BaseService::name, PartComparison::ofBaseService)
                    .orRather(service -> Optional.ofNullable(service.registered()).map(Object::toString))
                    .between(before.baseServices().services(), after.baseServices().services());
            case SUBSEQUENT_EVENTS -> NamedEntries.byName(
                            Content.SubsequentEvent::what, event -> new Said().text("what", event.what()).day("on", event.on()))
                    .between(before.subsequentEvents().events(), after.subsequentEvents().events());
            case AI_FUNCTIONS -> NamedEntries.byName(Content.AiFunction::name, PartComparison::ofAiFunction)
                    .between(before.aiFunctions().functions(), after.aiFunctions().functions());
            case SUBCONTRACTORS -> NamedEntries.byName(
                            Content.Subcontractor::name,
                            one -> new Said().text("name", one.name()).text("task", one.task()).plain("country", one.country()))
                    .between(before.subcontractors().subcontractors(), after.subcontractors().subcontractors());
            case SERVICE, OVERVIEW, PERIOD, SPECIAL_NOTES, REPRESENTATION, DISCLOSURES -> List.of();
        };
    }

    /** The base service is compared by its name: its key means nothing outside its statement. */
    private static Said ofFunction(StatementContent content, ScopeFunction function) {
        var said = new Said().text("name", function.name()).words("standing", List.of(function.standing().messageKey()));
        for (var kind : DataKind.values()) {
            said.names(REGIONS + kind.code(), function.regions().getOrDefault(kind, List.of()).stream().sorted().toList());
        }
        return said.plain("base-service", nameOfBase(content, function.baseService())).text("note", function.note());
    }

    private static @Nullable String nameOfBase(StatementContent content, String key) {
        return content.baseServices().services().stream()
                .filter(service -> service.key().equals(key))
                .map(service -> service.name().in(false))
                .findFirst()
                .orElse(null);
    }

    private static Said ofBaseService(BaseService service) {
        return new Said()
                .text("name", service.name())
                .plain("registered", service.registered() == null ? null : service.registered().toString())
                .plain("version", service.version());
    }

    private static Said ofAiFunction(Content.AiFunction function) {
        return new Said()
                .text("name", function.name())
                .text("what", function.what())
                .text("model", function.model())
                .yes("external", function.external())
                .yes("on-at-first", function.onAtFirst());
    }

    /** That there are none is said; that there are some is said by naming them. */
    private static Said none(boolean none) {
        return new Said().yes("none", none ? true : null);
    }

    private Set<ChangeClass> ofScope(List<ItemDifference> items) {
        var classes = EnumSet.noneOf(ChangeClass.class);
        for (var item : items) {
            if (item.kind() != Kind.CHANGED) {
                classes.add(ChangeClass.SCOPE);
                continue;
            }
            for (var field : item.fields()) {
                if (field.field().equals("standing")) {
                    classes.add(ChangeClass.SCOPE);
                } else if (field.field().startsWith(REGIONS)) {
                    classes.add(ChangeClass.REGION);
                } else {
                    classes.add(field.kind() == FieldDifference.Kind.ENGLISH ? ChangeClass.TRANSLATION : ChangeClass.OTHER_PART);
                }
            }
        }
        if (!regionsInside(before).equals(regionsInside(after))) {
            classes.add(ChangeClass.REGION);
        }
        return classes;
    }

    private static Set<String> regionsInside(StatementContent content) {
        return content.scope().functions().stream()
                .filter(function -> function.standing() == Standing.INSIDE)
                .flatMap(function -> function.allRegions().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<ChangeClass> classes(List<FieldDifference> fields, List<ItemDifference> items) {
        boolean englishOnly = items.stream().allMatch(item -> item.kind() == Kind.CHANGED)
                && java.util.stream.Stream.concat(fields.stream(), items.stream().flatMap(item -> item.fields().stream()))
                        .allMatch(field -> field.kind() == FieldDifference.Kind.ENGLISH);
        return EnumSet.of(englishOnly ? ChangeClass.TRANSLATION : ChangeClass.OTHER_PART);
    }
}
