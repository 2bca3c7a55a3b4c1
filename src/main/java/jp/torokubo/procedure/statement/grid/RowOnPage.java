// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerVersion;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.ReadRows;
import jp.torokubo.procedure.statement.ReadMappings;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.comparing.web.LastYearOnRow;
import jp.torokubo.procedure.statement.inheritance.ReadInheritance;
import jp.torokubo.procedure.statement.mapping.Mapping;
import jp.torokubo.record.criteria.Control;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts everything about a row into the model of its page. */
@Component
class RowOnPage {

    /** A change of a row, beside what the row said before. @param before untouched where it is the first */
    record Step(AnswerVersion version, Answer before) {}

    /** An item of a list of the provider's own that the row answers to. @param list id of the source */
    record Mapped(UUID list, String title, Mapping.Item item, Mapping.Pair pair) {}

    private final Opened opened;
    private final ReadInheritance inheritance;
    private final ReadMappings mappings;
    private final RowFindings findings;
    private final LastYearOnRow lastYear;

    RowOnPage(Opened opened, ReadInheritance inheritance, ReadMappings mappings, RowFindings findings, LastYearOnRow lastYear) {
        this.opened = opened;
        this.inheritance = inheritance;
        this.mappings = mappings;
        this.findings = findings;
        this.lastYear = lastYear;
    }

    /** @param form what somebody typed; null: what the row says */
    String show(ReadRows.One one, Control control, @Nullable RowForm form, GridAddress address, boolean flow, Model model) {
        var around = one.around();
        var here = Opened.at(around.statement().dossier().value(), around.statement().id().value());
        var narrowing = opened.narrowing(around, one.answers());
        var more = flow ? Map.of("flow", "1") : Map.<String, String>of();
        opened.common(model, around);
        model.addAttribute("one", one);
        model.addAttribute("control", control);
        model.addAttribute("path", around.catalogue().ancestors(control));
        model.addAttribute("answer", one.answer());
        model.addAttribute("resting", around.ofTheProvidersSide()
                ? inheritance.row(opened.actor(), around.statement().id(), one.answer()).orElse(null) : null);
        model.addAttribute("findings", findings.of(one, opened.actor(), LocaleContextHolder.getLocale()));
        model.addAttribute("before", lastYear.of(
                opened.actor(), around.statement(), control, one.answer(), LocaleContextHolder.getLocale()).orElse(null));
        model.addAttribute("mapped", mapped(around.statement().id(), control));
        model.addAttribute("form", form == null ? RowForm.of(one.answer(), around.colleagues()) : form);
        model.addAttribute("choices", Choice.values());
        model.addAttribute("states", Arrays.stream(RowState.values())
                .filter(state -> state != one.answer().state() && one.answer().state().leadsTo(state)).toList());
        model.addAttribute("address", address);
        model.addAttribute("back", address.query());
        model.addAttribute("flow", flow);
        model.addAttribute("list", address.href(here));
        model.addAttribute("previous", narrowing.before(control, address).map(row -> address.href(here + "/" + row.id(), more)).orElse(null));
        model.addAttribute("next", narrowing.after(control, address).map(row -> address.href(here + "/" + row.id(), more)).orElse(null));
        model.addAttribute("steps", steps(one));
        model.addAttribute("megabytes", DossierFiles.MOST_BYTES / 1024 / 1024);
        model.addAttribute("otherId", opened.next());
        return "statement/row";
    }

    private List<Mapped> mapped(StatementId statement, Control control) {
        return mappings.newest(opened.actor(), statement).stream()
                .flatMap(mapping -> mapping.pairs().stream().filter(pair -> pair.control().equals(control.id()))
                        .flatMap(pair -> mapping.items().stream().filter(item -> item.id().equals(pair.item()))
                                .map(item -> new Mapped(mapping.source().id(), mapping.source().title(), item, pair))))
                .toList();
    }

    private static List<Step> steps(ReadRows.One one) {
        var steps = new ArrayList<Step>();
        var history = one.history();
        for (int i = 0; i < history.size(); i++) {
            steps.add(new Step(history.get(i), i + 1 < history.size()
                    ? history.get(i + 1).answer()
                    : Answer.untouched(history.get(i).answer().control())));
        }
        return steps;
    }
}
