// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.ChangeAnswers.Wanted;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Deed;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.inheritance.InheritanceRefusal;
import jp.torokubo.procedure.statement.inheritance.PlanResting;
import jp.torokubo.procedure.statement.inheritance.PlanResting.Chosen;
import jp.torokubo.procedure.statement.inheritance.ReadInheritance;
import jp.torokubo.procedure.statement.inheritance.ReadInheritance.Base;
import jp.torokubo.procedure.statement.web.Pages;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.criteria.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The base services of a statement, and which of its rows rest on them. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}/inheritance")
class InheritancePages {

    private final ReadInheritance inheritance;
    private final PlanResting planResting;
    private final ChangeAnswers changeAnswers;
    private final Criteria criteria;
    private final Pages pages;
    private final CurrentActor current;
    private final Ids ids;

    InheritancePages(
            ReadInheritance inheritance, PlanResting planResting, ChangeAnswers changeAnswers, Criteria criteria, Pages pages,
            CurrentActor current, Ids ids) {
        this.inheritance = inheritance;
        this.planResting = planResting;
        this.changeAnswers = changeAnswers;
        this.criteria = criteria;
        this.pages = pages;
        this.current = current;
        this.ids = ids;
    }

    /** A row that both have. @param said by the base service's version */
    record Line(Control control, Answer said, Answer ours, boolean rests) {
        public boolean canRest() {
            return said.choice() == Choice.ADOPTED;
        }
    }

    @GetMapping
    @KnownParameters({"base", "chapter", "changed"})
    String page(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(defaultValue = "") String base,
            @RequestParam(defaultValue = "") String chapter, @RequestParam(required = false) @Nullable Integer changed, Model model) {
        model.addAttribute("changed", changed);
        return show(dossier, statement, base, chapter, model);
    }

    /** @param deed {@code rows} and {@code chapter} rest rows, {@code free} lets them stand by themselves again */
    @PostMapping
    String rest(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, @RequestParam String base,
            @RequestParam String chapter, @RequestParam(defaultValue = "rows") String deed,
            @RequestParam(required = false) @Nullable List<String> row, Model model, HttpServletResponse response) {
        var read = pages.read(dossier, statement, model);
        var ticked = row == null ? List.<String>of() : row;
        if (deed.equals("free")) {
            var rows = ticked.stream().distinct().map(control -> new Wanted(AnswerEdit.of(control).withResting(null), null)).toList();
            return rows.isEmpty() ? refused(dossier, statement, base, chapter, new InheritanceRefusal.NothingChosen(), model, response)
                    : changed(dossier, statement, commandId, base, chapter, "", rows, model, response);
        }
        var chosen = deed.equals("chapter") ? new Chosen.Chapter(chapter) : new Chosen.Rows(ticked);
        var result = planResting.handle(new PlanResting.Asked(current.get(), read.whole().statement().id(), base, chosen));
        if (result instanceof PlanResting.Result.Refused refused) {
            return refused(dossier, statement, base, chapter, refused.why(), model, response);
        }
        var planned = (PlanResting.Result.Planned) result;
        return changed(dossier, statement, commandId, base, chapter, planned.version(), planned.rows(), model, response);
    }

    private String changed(
            UUID dossier, UUID statement, UUID commandId, String base, String chapter, String version, List<Wanted> rows, Model model,
            HttpServletResponse response) {
        var result = changeAnswers.handle(new ChangeAnswers.Command(
                new CommandId(commandId), current.get(), new StatementId(statement), Deed.BULK, version.isEmpty() ? null : version, rows));
        if (result instanceof ChangeAnswers.Result.Changed done) {
            model.asMap().clear();
            return "redirect:" + org.springframework.web.util.UriComponentsBuilder.fromPath(Pages.at(dossier, statement) + "/inheritance")
                    .queryParam("base", "{base}").queryParam("chapter", "{chapter}").queryParam("changed", done.changed())
                    .build(Map.of("base", base, "chapter", chapter));
        }
        var why = result instanceof ChangeAnswers.Result.NotChanged not
                ? not.troubles().get(0).why().get(0) : ((ChangeAnswers.Result.Refused) result).why();
        return refused(dossier, statement, base, chapter, why, model, response);
    }

    private String refused(
            UUID dossier, UUID statement, String base, String chapter, Refusal why, Model model, HttpServletResponse response) {
        pages.show(model, response, Map.of("rows", pages.orThrown(why)));
        return show(dossier, statement, base, chapter, model);
    }

    private String show(UUID dossier, UUID statement, String key, String chapter, Model model) {
        var whole = pages.read(dossier, statement, model).whole();
        var catalogue = criteria.catalogue(whole.statement().edition()).orElseThrow();
        var bases = inheritance.bases(current.get(), whole);
        var chosen = bases.stream().filter(base -> base.version() != null && (key.isEmpty() || base.service().key().equals(key)))
                .findFirst().orElse(null);
        var chapters = catalogue.of(Tier.CHAPTER);
        var within = chapters.stream().filter(one -> one.id().equals(chapter)).findFirst().orElse(chapters.get(0));
        model.addAttribute("bases", bases);
        model.addAttribute("chosen", chosen);
        model.addAttribute("chapters", chapters);
        model.addAttribute("chapter", within.id());
        model.addAttribute("lines", chosen == null ? List.of() : lines(whole, catalogue, chosen, within.id()));
        model.addAttribute("commandId", ids.next());
        return "statement/inheritance";
    }

    private static List<Line> lines(WholeStatement whole, Catalogue catalogue, Base base, String chapter) {
        var version = java.util.Objects.requireNonNull(base.version());
        var lines = new ArrayList<Line>();
        for (var control : catalogue.controls()) {
            var said = version.rows().get(control.id());
            if (said != null && control.id().startsWith(chapter + ".")) {
                var ours = whole.answer(control.id());
                lines.add(new Line(control, said, ours, ours.restsOn() != null && ours.restsOn().version().equals(version.hash())));
            }
        }
        return lines;
    }
}
