// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.Arrays;
import java.util.List;
import jp.torokubo.procedure.statement.Assurance;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.ServiceModel;
import jp.torokubo.procedure.statement.Standing;
import jp.torokubo.procedure.statement.web.Field.Kind;

/** Which fields the form of each part has, in the order in which they are asked for. */
final class FormOfPart {

    private FormOfPart() {}

    static List<Field> fields(Part part) {
        return switch (part) {
            case SERVICE -> List.of(
                    Field.of("name", Kind.LINE), Field.choosing("models", Kind.ANY_OF, names(ServiceModel.values())),
                    Field.of("registered", Kind.SERVICE));
            case SCOPE -> List.of(Field.rows(
                    "functions", Field.of("name", Kind.LINE), Field.choosing("standing", Kind.ONE_OF, names(Standing.values())),
                    Field.of("regions", Kind.REGIONS), Field.of("baseService", Kind.PLAIN), Field.of("note", Kind.LINE)));
            case BASE_SERVICES -> List.of(Field.of("none", Kind.FLAG), Field.rows(
                    "services", Field.of("key", Kind.PLAIN), Field.of("name", Kind.LINE), Field.of("registered", Kind.SERVICE),
                    Field.of("version", Kind.VERSION)));
            case OVERVIEW -> List.of(
                    Field.of("company", Kind.WORDS), Field.of("service", Kind.WORDS), Field.of("architecture", Kind.WORDS),
                    Field.of("controls", Kind.WORDS), Field.of("population", Kind.WORDS));
            case PERIOD -> List.of(Field.of("from", Kind.DAY), Field.of("until", Kind.DAY));
            case SUBSEQUENT_EVENTS -> List.of(
                    Field.of("none", Kind.FLAG), Field.of("reportedOn", Kind.DAY),
                    Field.rows("events", Field.of("on", Kind.DAY), Field.of("what", Kind.LINE)));
            case SPECIAL_NOTES -> List.of(Field.of("none", Kind.FLAG), Field.of("text", Kind.WORDS));
            case REPRESENTATION -> List.of(
                    Field.of("name", Kind.LINE), Field.of("office", Kind.LINE), Field.of("authority", Kind.WORDS),
                    Field.of("signedOn", Kind.DAY), Field.choosing("assured", Kind.ANY_OF, names(Assurance.values())));
            case DISCLOSURES -> List.of(
                    Field.of("capital", Kind.WORDS), Field.of("foreignLaw", Kind.WORDS), Field.of("jurisdiction", Kind.WORDS),
                    Field.of("testing", Kind.WORDS));
            case AI_FUNCTIONS -> List.of(Field.of("none", Kind.FLAG), Field.rows(
                    "functions", Field.of("name", Kind.LINE), Field.of("what", Kind.LINE), Field.of("model", Kind.LINE),
                    Field.of("external", Kind.MAYBE), Field.of("onAtFirst", Kind.MAYBE)));
            case SUBCONTRACTORS -> List.of(Field.of("none", Kind.FLAG), Field.rows(
                    "subcontractors", Field.of("name", Kind.LINE), Field.of("task", Kind.LINE), Field.of("country", Kind.PLAIN)));
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
