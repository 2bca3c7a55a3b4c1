// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.record.ledger.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The form in which parts and descriptions are kept, with every text in them cleaned. */
public final class KeptForm {

    /** In code points, for each text in each language. */
    public static final int LONGEST_TEXT = AnswerRules.LONGEST_TEXT;

    /** Rows of a part: functions, base services, subcontractors and the like. */
    public static final int MOST_ROWS = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(all -> all.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .build();

    private KeptForm() {}

    public static String of(Content content) {
        return JSON.writeValueAsString(content);
    }

    public static Content content(Part part, String kept) {
        return JSON.readValue(kept, part.content());
    }

    public static String of(List<Realisation> realisations) {
        return JSON.writeValueAsString(realisations);
    }

    public static List<Realisation> realisations(String kept) {
        return kept.equals("[]") ? List.of() : List.of(JSON.readValue(kept, Realisation[].class));
    }

    /** A part as maps, lists and texts, as it is kept. */
    public static Object plain(Content content) {
        return JSON.convertValue(content, Object.class);
    }

    /** What {@link #content} reads, from maps, lists and texts. */
    public static String json(Map<String, ?> object) {
        return JSON.writeValueAsString(object);
    }

    /** A part as it is frozen. */
    public static String canonical(Content content) {
        return CanonicalJson.write(plain(content));
    }

    /** The same with every text cleaned. */
    static Content clean(Content content) {
        return JSON.treeToValue(cleaned(JSON.valueToTree(content)), content.getClass());
    }

    static Wording clean(Wording wording) {
        return new Wording(CleanText.clean(wording.ja()), CleanText.clean(wording.en()));
    }

    static AnswerEdit clean(AnswerEdit edit) {
        var realisations = edit.realisations() == null ? null : edit.realisations().stream()
                .map(one -> new Realisation(clean(one.text()), one.from(), one.until()))
                .filter(one -> !one.text().isEmpty() || one.from() != null || one.until() != null)
                .toList();
        return new AnswerEdit(
                edit.control(), edit.choice(), realisations, edit.reason() == null ? null : clean(edit.reason()),
                edit.owner() == null ? null : CleanText.clean(edit.owner()), edit.due(), edit.state(), edit.resting());
    }

    /** What is too long in a part. */
    static List<StatementRefusal> wrong(Content content) {
        var wrong = new ArrayList<StatementRefusal>();
        measure(JSON.valueToTree(content), "", wrong);
        return wrong;
    }

    private static void measure(JsonNode node, String field, List<StatementRefusal> wrong) {
        if (node instanceof StringNode text) {
            int length = text.stringValue().codePointCount(0, text.stringValue().length());
            if (length > LONGEST_TEXT) {
                wrong.add(new StatementRefusal.TextTooLong(field, LONGEST_TEXT, length));
            }
        } else if (node instanceof ArrayNode rows) {
            if (rows.size() > MOST_ROWS) {
                wrong.add(new StatementRefusal.TooManyRows(MOST_ROWS, rows.size()));
            }
            rows.forEach(row -> measure(row, field, wrong));
        } else if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> measure(entry.getValue(), entry.getKey(), wrong));
        }
    }

    private static JsonNode cleaned(JsonNode node) {
        if (node instanceof StringNode text) {
            return StringNode.valueOf(CleanText.clean(text.stringValue()));
        }
        if (node instanceof ArrayNode rows) {
            for (int i = 0; i < rows.size(); i++) {
                rows.set(i, cleaned(rows.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            List.copyOf(object.properties()).forEach(entry -> object.set(entry.getKey(), cleaned(entry.getValue())));
        }
        return node;
    }
}
