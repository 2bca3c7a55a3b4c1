// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.torokubo.procedure.statement.Assurance;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.Remark;
import jp.torokubo.procedure.statement.StatementContent;
import jp.torokubo.procedure.statement.Wording;

/** What can be wrong with the parts besides the answers (管理基準 2.2.1 to 2.2.8, 登録規則 第3章). */
final class PartRules {

    private static final List<Rule<Checking>> OTHERS = List.of(
            saysIf("service-without-name", Part.SERVICE, content -> content.service().name().isEmpty()),
            saysIf("service-without-model", Part.SERVICE, content -> content.service().models().isEmpty()),
            new Rule<>("overview-missing", texts(Part.OVERVIEW, Wording::isEmpty)),
            saysIf("notes-unsaid", Part.SPECIAL_NOTES, content -> !content.specialNotes().none() && content.specialNotes().text().isEmpty()),
            saysIf("notes-contradict", Part.SPECIAL_NOTES, content -> content.specialNotes().none() && !content.specialNotes().text().isEmpty()),
            new Rule<>("representation-items", PartRules::assurances),
            saysIf("signatory-missing", Part.REPRESENTATION,
                    content -> content.representation().name().isEmpty() || content.representation().office().isEmpty()),
            saysIf("signatory-authority", Part.REPRESENTATION, content -> content.representation().authority().isEmpty()),
            saysIf("representation-unsigned", Part.REPRESENTATION, content -> content.representation().signedOn() == null),
            new Rule<>("signed-before-end", PartRules::signedBeforeEnd),
            new Rule<>("disclosure-missing", texts(Part.DISCLOSURES, Wording::isEmpty)),
            saysIf("ai-unsaid", Part.AI_FUNCTIONS, content -> !content.aiFunctions().none() && content.aiFunctions().functions().isEmpty()),
            saysIf("ai-contradict", Part.AI_FUNCTIONS, content -> content.aiFunctions().none() && !content.aiFunctions().functions().isEmpty()),
            new Rule<>("ai-incomplete", PartRules::aiIncomplete),
            saysIf("subcontractors-unsaid", Part.SUBCONTRACTORS,
                    content -> !content.subcontractors().none() && content.subcontractors().subcontractors().isEmpty()),
            saysIf("subcontractors-contradict", Part.SUBCONTRACTORS,
                    content -> content.subcontractors().none() && !content.subcontractors().subcontractors().isEmpty()),
            new Rule<>("subcontractor-incomplete", PartRules::subcontractorIncomplete),
            new Rule<>("part-placeholder", PartRules::placeholders),
            new Rule<>("part-characters", PartRules::characters));

    static final List<Rule<Checking>> ALL =
            Stream.of(OTHERS, ScopeRules.ALL, PeriodRules.ALL).flatMap(List::stream).toList();

    private PartRules() {}

    private static void assurances(Checking statement, Say say) {
        for (var assurance : Assurance.values()) {
            if (!statement.content().representation().assured().contains(assurance)) {
                say.ofOne(Part.REPRESENTATION, assurance.code(), new Remark.Words("statement.check.assurance." + assurance.code()));
            }
        }
    }

    private static void signedBeforeEnd(Checking statement, Say say) {
        var signed = statement.content().representation().signedOn();
        var end = statement.content().period().until();
        if (signed != null && end != null && signed.isBefore(end)) {
            say.of(Part.REPRESENTATION, signed, end);
        }
    }

    private static void aiIncomplete(Checking statement, Say say) {
        var functions = statement.content().aiFunctions().functions();
        for (int i = 0; i < functions.size(); i++) {
            if (functions.get(i).name().isEmpty() || functions.get(i).what().isEmpty()) {
                say.ofOne(Part.AI_FUNCTIONS, String.valueOf(i + 1), i + 1);
            }
        }
    }

    private static void subcontractorIncomplete(Checking statement, Say say) {
        var subcontractors = statement.content().subcontractors().subcontractors();
        for (int i = 0; i < subcontractors.size(); i++) {
            if (subcontractors.get(i).name().isEmpty() || subcontractors.get(i).task().isEmpty()) {
                say.ofOne(Part.SUBCONTRACTORS, String.valueOf(i + 1), i + 1);
            }
        }
    }

    private static void placeholders(Checking statement, Say say) {
        for (var part : List.of(Part.SERVICE, Part.OVERVIEW, Part.SPECIAL_NOTES, Part.REPRESENTATION, Part.DISCLOSURES)) {
            texts(statement.content(), part).forEach((field, text) -> {
                if (Placeholders.isToCome(text.ja())) {
                    say.ofOne(part, field, words(field), text.ja());
                }
            });
        }
    }

    private static void characters(Checking statement, Say say) {
        for (var part : Part.values()) {
            if (texts(statement.content(), part).values().stream().anyMatch(Characters::left)) {
                say.of(part);
            }
        }
    }

    private static BiConsumer<Checking, Say> texts(Part part, Predicate<Wording> wrong) {
        return (statement, say) -> texts(statement.content(), part).forEach((field, text) -> {
            if (wrong.test(text)) {
                say.ofOne(part, field, words(field));
            }
        });
    }

    private static Rule<Checking> saysIf(String code, Part part, Predicate<StatementContent> wrong) {
        return new Rule<>(code, (statement, say) -> {
            if (wrong.test(statement.content())) {
                say.of(part);
            }
        });
    }

    private static Remark.Words words(String field) {
        return new Remark.Words("statement.check.field." + field);
    }

    /** The texts of a part by what they are called. */
    private static Map<String, Wording> texts(StatementContent content, Part part) {
        var texts = new LinkedHashMap<String, Wording>();
        switch (part) {
            case SERVICE -> texts.put("service-name", content.service().name());
            case OVERVIEW -> {
                texts.put("company", content.overview().company());
                texts.put("service", content.overview().service());
                texts.put("architecture", content.overview().architecture());
                texts.put("controls", content.overview().controls());
                texts.put("population", content.overview().population());
            }
            case SPECIAL_NOTES -> texts.put("notes", content.specialNotes().text());
            case REPRESENTATION -> {
                texts.put("signatory", content.representation().name());
                texts.put("office", content.representation().office());
                texts.put("authority", content.representation().authority());
            }
            case DISCLOSURES -> {
                texts.put("capital", content.disclosures().capital());
                texts.put("foreign-law", content.disclosures().foreignLaw());
                texts.put("jurisdiction", content.disclosures().jurisdiction());
                texts.put("testing", content.disclosures().testing());
            }
            case SCOPE -> numbered(texts, content.scope().functions().stream().flatMap(it -> Stream.of(it.name(), it.note())));
            case BASE_SERVICES -> numbered(texts, content.baseServices().services().stream().map(it -> it.name()));
            case SUBSEQUENT_EVENTS -> numbered(texts, content.subsequentEvents().events().stream().map(it -> it.what()));
            case AI_FUNCTIONS -> numbered(
                    texts, content.aiFunctions().functions().stream().flatMap(it -> Stream.of(it.name(), it.what(), it.model())));
            case SUBCONTRACTORS -> numbered(
                    texts, content.subcontractors().subcontractors().stream().flatMap(it -> Stream.of(it.name(), it.task())));
            case PERIOD -> { }
        }
        return texts;
    }

    private static void numbered(Map<String, Wording> texts, Stream<Wording> of) {
        of.forEach(text -> texts.put(String.valueOf(texts.size() + 1), text));
    }
}
