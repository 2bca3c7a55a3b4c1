// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Obligation;
import jp.torokubo.record.criteria.Tier;
import org.springframework.core.io.ClassPathResource;

/** An answer for every row of an edition, put together from invented phrases so that hardly two are alike, and always the same ones. */
final class InventedAnswers {

    /** One detailed control in so many is not selected. */
    private static final int LEFT_OUT_EVERY = 7;
    private static final int CHANGED_EVERY = 61;
    private static final int ENGLISH_EVERY = 4;
    private static final int OTHER_THAN_A_YEAR_AGO_EVERY = 23;
    /** An objective that was excluded a year ago, with all below it: teleworking. */
    private static final String EXCLUDED_A_YEAR_AGO = "6.2.2";
    private static final String EVERY_CHAPTER = "*";

    private final Map<String, List<Wording>> phrases = new HashMap<>();
    private final int provider;
    private final boolean yearBefore;
    private final LocalDate change;

    /**
     * @param provider makes its statement another one than those of the others
     * @param yearBefore whether it is the statement of the year before, which differs in a few rows
     * @param change the day on which some controls changed
     */
    InventedAnswers(int provider, boolean yearBefore, LocalDate change) {
        this.provider = provider;
        this.yearBefore = yearBefore;
        this.change = change;
        read();
    }

    List<AnswerEdit> of(Catalogue catalogue) {
        var edits = new ArrayList<AnswerEdit>();
        var places = new HashMap<String, Integer>();
        for (var control : catalogue.controls()) {
            if (AnswerRules.isAnswered(control)) {
                var chapter = control.id().substring(0, control.id().indexOf('.'));
                edits.add(answer(control, chapter, places.merge(chapter, 1, Integer::sum)));
            }
        }
        return edits;
    }

    private AnswerEdit answer(Control control, String chapter, int place) {
        if (yearBefore && (control.id() + ".").startsWith(EXCLUDED_A_YEAR_AGO + ".")) {
            return AnswerEdit.of(control.id()).withChoice(Choice.LEFT_OUT).withReason(reason(chapter, place * LEFT_OUT_EVERY))
                    .withState(RowState.READY);
        }
        if (isLeftOut(control, place)) {
            return AnswerEdit.of(control.id()).withChoice(Choice.LEFT_OUT).withReason(reason(chapter, place)).withState(RowState.READY);
        }
        return AnswerEdit.of(control.id()).withChoice(Choice.ADOPTED).withRealisations(realised(chapter, place)).withState(RowState.READY);
    }

    /** The first detail of an objective stays, so that none is left without any. */
    private boolean isLeftOut(Control control, int place) {
        boolean mayBe = control.tier() == Tier.DETAIL && control.obligation() != Obligation.MANDATORY && !control.suffix().basic()
                && !control.number().endsWith(".1");
        return mayBe && ((place + provider) % LEFT_OUT_EVERY == 0 || yearBefore && place % (LEFT_OUT_EVERY * 3) == 1);
    }

    private List<Realisation> realised(String chapter, int place) {
        int shift = yearBefore && place % OTHER_THAN_A_YEAR_AGO_EVERY == 0 ? 1 : 0;
        var now = description(chapter, place, shift);
        if (place % CHANGED_EVERY != CHANGED_EVERY / 2) {
            return List.of(Realisation.throughout(now));
        }
        return List.of(
                new Realisation(description(chapter, place, shift + 1), null, change.minusDays(1)), new Realisation(now, change, null));
    }

    private Wording description(String chapter, int place, int shift) {
        int n = place + provider * 11;
        var topic = pick(chapter, "topic", n);
        var who = pick(EVERY_CHAPTER, "who", n / 6);
        var when = pick(EVERY_CHAPTER, "when", n / 30 + shift);
        var how = pick(EVERY_CHAPTER, "how", n / 30 + n);
        var record = pick(EVERY_CHAPTER, "record", n * 3 + shift);
        var english = "Example: " + who.en() + " " + how.en() + " " + topic.en() + " " + when.en() + ". " + record.en();
        return new Wording(
                "例：" + who.ja() + "が、" + topic.ja() + "を" + when.ja() + how.ja() + "。" + record.ja() + "。",
                place % ENGLISH_EVERY == 0 ? english : "");
    }

    private Wording reason(String chapter, int place) {
        int n = place / LEFT_OUT_EVERY + provider;
        var unused = pick(chapter, "unused", n);
        var why = pick(EVERY_CHAPTER, "why", n / 2 + provider);
        var instead = pick(EVERY_CHAPTER, "instead", n / 10 + n);
        return new Wording(
                "例：" + unused.ja() + "ため選択しない。" + why.ja() + "。" + instead.ja() + "。",
                place % ENGLISH_EVERY == 0 ? "Example: not selected, as " + unused.en() + ": " + why.en() + "; " + instead.en() + "." : "");
    }

    private Wording pick(String chapter, String kind, int n) {
        var all = phrases.get(chapter + " " + kind);
        if (all == null) {
            throw new IllegalStateException("the demo has no phrases of the kind " + kind + " for chapter " + chapter);
        }
        return all.get(n % all.size());
    }

    private void read() {
        try {
            new ClassPathResource("demo/statement-phrases.tsv").getContentAsString(StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> phrases.computeIfAbsent(cells[0] + " " + cells[1], key -> new ArrayList<>())
                            .add(new Wording(cells[2], cells[3])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
