// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.freezing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.Evidence;
import jp.torokubo.procedure.statement.FrozenSections;
import jp.torokubo.procedure.statement.KeptForm;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementContent;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.PublicStatement.Row;
import org.jspecify.annotations.Nullable;

/** A frozen version as a statement again, to be read, compared and carried over from: as far as its sections are there. */
public final class Thawed {

    /** A row that says something was written in some version; which one is not frozen with it. */
    private static final long SOME_VERSION = 1;

    private Thawed() {}

    /** @param statement the one it is a version of */
    public static WholeStatement of(Statement statement, FrozenSections sections) {
        var parts = new EnumMap<Part, Content>(Part.class);
        var answers = new LinkedHashMap<String, Answer>();
        var evidence = new ArrayList<Evidence>();
        for (var visibility : List.of(Visibility.AGENCIES, Visibility.RESTRICTED)) {
            for (var row : sections.rows().getOrDefault(visibility, List.of())) {
                read(row, parts, answers, evidence);
            }
        }
        return new WholeStatement(statement, new StatementContent(parts), answers, evidence);
    }

    private static void read(Row row, Map<Part, Content> parts, Map<String, Answer> answers, List<Evidence> evidence) {
        var place = row.key().indexOf('/');
        var kind = row.key().substring(0, place);
        var rest = row.key().substring(place + 1);
        switch (kind) {
            case "part" -> {
                var part = Part.of(rest).orElseThrow();
                parts.put(part, KeptForm.content(part, row.value()));
            }
            case "answer" -> {
                var answer = answer(rest, CanonicalJson.read(row.value()));
                if (!answer.saysTheSameAs(Answer.untouched(rest))) {
                    answers.put(rest, answer);
                }
            }
            case "evidence" -> evidence.add(evidence(CanonicalJson.read(row.value())));
            default -> throw new IllegalStateException("no frozen row is called " + row.key());
        }
    }

    @SuppressWarnings("unchecked")
    private static Answer answer(String control, Map<String, @Nullable Object> value) {
        var realisations = ((List<Map<String, @Nullable Object>>) get(value, "realisations")).stream()
                .map(one -> new Realisation(new Wording((String) get(one, "ja"), (String) get(one, "en")), day(one, "from"), day(one, "until")))
                .toList();
        var restsOn = (Map<String, @Nullable Object>) value.get("rests_on");
        return new Answer(
                control, Choice.of((String) get(value, "choice")).orElseThrow(), realisations,
                new Wording((String) get(value, "reason_ja"), (String) get(value, "reason_en")), "", null, RowState.SETTLED,
                restsOn == null ? null : new RestsOn((String) get(restsOn, "version"), (String) get(restsOn, "control")), SOME_VERSION);
    }

    @SuppressWarnings("unchecked")
    private static Evidence evidence(Map<String, @Nullable Object> value) {
        return new Evidence(
                new UUID(0, 0), (String) get(value, "title"), (String) value.get("sha256"), (String) value.get("file_name"),
                (String) value.get("link"), "", day(value, "valid_until"), (List<String>) get(value, "controls"));
    }

    private static Object get(Map<String, @Nullable Object> object, String name) {
        var value = object.get(name);
        if (value == null) {
            throw new IllegalStateException("a frozen row lacks " + name);
        }
        return value;
    }

    private static @Nullable LocalDate day(Map<String, @Nullable Object> object, String name) {
        var day = (String) object.get(name);
        return day == null ? null : LocalDate.parse(day);
    }
}
