// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.torokubo.ground.refusal.Refused;
import org.springframework.stereotype.Service;

/** Finds rows of an edition. Pages, files and the API all ask here, so they count alike. */
@Service
public class FindControls {

    private static final int LONGEST = 200;

    private final Criteria criteria;

    FindControls(Criteria criteria) {
        this.criteria = criteria;
    }

    /** @throws Refused where the edition or the chapter is not there, or the cursor is none of this question */
    public ControlPage handle(ControlQuestion question) {
        var catalogue = catalogue(question.edition());
        var found = found(catalogue, question);
        int from = 0;
        if (question.cursor() != null) {
            int last = catalogue.position(ControlCursor.last(question.cursor(), question, catalogue));
            while (from < found.size() && catalogue.position(found.get(from)) <= last) {
                from++;
            }
        }
        int until = question.limit() == 0 ? found.size() : Math.min(found.size(), from + question.limit());
        var page = found.subList(from, until);
        return new ControlPage(
                catalogue, found.size(), List.copyOf(page),
                until < found.size() ? ControlCursor.after(page.get(page.size() - 1), question) : null);
    }

    /** @throws Refused where it is not loaded */
    public Catalogue catalogue(String edition) {
        return criteria.catalogue(edition).orElseThrow(() -> new Refused(new CriteriaRefusal.EditionUnknown(
                shortened(edition), criteria.editions().stream().map(CriteriaEdition::id).collect(Collectors.joining(", ")))));
    }

    private static List<Control> found(Catalogue catalogue, ControlQuestion question) {
        if (question.text().length() > LONGEST) {
            throw new Refused(new CriteriaRefusal.TextTooLong(question.text().length(), LONGEST));
        }
        if (question.chapter() != null && catalogue.control(question.chapter()).filter(row -> row.tier() == Tier.CHAPTER).isEmpty()) {
            throw new Refused(new CriteriaRefusal.ValueUnknown(
                    "chapter", shortened(question.chapter()),
                    catalogue.of(Tier.CHAPTER).stream().map(Control::id).collect(Collectors.joining(", "))));
        }
        var words = SearchTexts.words(question.text());
        var nothingToLookFor = words.isEmpty() && !question.text().isBlank();
        var found = new ArrayList<Control>();
        for (int position = 0; position < catalogue.controls().size() && !nothingToLookFor; position++) {
            var control = catalogue.controls().get(position);
            int at = position;
            if (fits(control, question) && words.stream().allMatch(word -> catalogue.searchTexts().meets(control, at, word))) {
                found.add(control);
            }
        }
        return found;
    }

    private static boolean fits(Control control, ControlQuestion question) {
        return (question.chapter() == null || control.id().equals(question.chapter()) || control.id().startsWith(question.chapter() + "."))
                && (question.tiers().isEmpty() || question.tiers().contains(control.tier()))
                && (question.suffixes().isEmpty() || question.suffixes().contains(control.suffix()))
                && (question.obligations().isEmpty() || question.obligations().contains(control.obligation()));
    }

    private static String shortened(String given) {
        return given.length() > 40 ? given.substring(0, 40) + "…" : given;
    }
}
