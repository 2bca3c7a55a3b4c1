// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.mapping.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.time.InstantSource;
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
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.BringMapping;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.Deed;
import jp.torokubo.procedure.statement.ReadMappings;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.mapping.MappingReading;
import jp.torokubo.procedure.statement.mapping.MappingRefusal;
import jp.torokubo.procedure.statement.web.Pages;
import jp.torokubo.procedure.statement.web.Uploads;
import jp.torokubo.record.criteria.Criteria;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The lists that were brought to a statement: taking one in, looking at it either way, applying it as drafts. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}/mappings")
class MappingPages {

    static final int ON_A_PAGE = 100;
    private static final int PROBLEMS_SHOWN = 100;

    private final BringMapping bringMapping;
    private final ReadMappings mappings;
    private final ChangeAnswers changeAnswers;
    private final Criteria criteria;
    private final Pages pages;
    private final CurrentActor current;
    private final Ids ids;
    private final InstantSource clock;

    MappingPages(
            BringMapping bringMapping, ReadMappings mappings, ChangeAnswers changeAnswers, Criteria criteria, Pages pages,
            CurrentActor current, Ids ids, InstantSource clock) {
        this.bringMapping = bringMapping;
        this.mappings = mappings;
        this.changeAnswers = changeAnswers;
        this.criteria = criteria;
        this.pages = pages;
        this.current = current;
        this.ids = ids;
        this.clock = clock;
    }

    /** What somebody typed, to be shown again. */
    record Typed(String name, String listEdition, boolean leaveOut) {}

    /** What could not be read, in words. */
    record Said(int line, String words) {}

    @GetMapping
    String list(@PathVariable UUID dossier, @PathVariable UUID statement, Model model) {
        return list(dossier, statement, new Typed("", "", false), model);
    }

    @PostMapping
    String bring(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String listEdition, @RequestParam(required = false) @Nullable String leaveOut,
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response) {
        pages.head(dossier, statement, model);
        var typed = new Typed(name, listEdition, leaveOut != null);
        var fileName = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var content = received(file);
        try {
            var result = bringMapping.handle(new BringMapping.Command(
                    new CommandId(commandId), current.get(), new StatementId(statement), name, listEdition, fileName, content,
                    typed.leaveOut()));
            if (result instanceof BringMapping.Result.Brought brought) {
                return "redirect:" + at(dossier, statement) + "/" + brought.mapping() + "?brought=1";
            }
            if (result instanceof BringMapping.Result.Unreadable unreadable) {
                show(unreadable.reading(), model, response);
            } else {
                var why = ((BringMapping.Result.Refused) result).why();
                pages.show(model, response, Map.of(why instanceof MappingRefusal.NameMissing || why instanceof MappingRefusal.NameTooLong
                        ? "name" : "file", pages.orThrown(why)));
            }
            return list(dossier, statement, typed, model);
        } finally {
            Uploads.remove(content);
        }
    }

    /** Every list's items, by control. */
    @GetMapping("/controls")
    @KnownParameters({"from"})
    String controls(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(defaultValue = "0") int from, Model model) {
        var read = pages.read(dossier, statement, model);
        var all = mappings.newest(current.get(), new StatementId(statement));
        paged("controls", ShownPairs.byControl(all, read.whole().answers(),
                criteria.catalogue(read.whole().statement().edition()).orElseThrow()), from, model);
        model.addAttribute("lists", all.size());
        return "statement/mapping-controls";
    }

    /** @param by {@code item}, or {@code control} */
    @GetMapping("/{mapping}")
    @KnownParameters({"by", "from", "brought", "applied"})
    String one(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable UUID mapping, @RequestParam(defaultValue = "item") String by,
            @RequestParam(defaultValue = "0") int from, @RequestParam(required = false) @Nullable String brought,
            @RequestParam(required = false) @Nullable Integer applied, Model model) {
        pages.head(dossier, statement, model);
        var planned = planned(statement, mapping);
        var catalogue = criteria.catalogue(planned.mapping().source().criteria()).orElseThrow();
        boolean byControl = by.equals("control");
        if (byControl) {
            paged("controls", ShownPairs.byControl(List.of(planned.mapping()), planned.answers(), catalogue), from, model);
        } else {
            paged("items", ShownPairs.byItem(planned.mapping(), catalogue), from, model);
        }
        model.addAttribute("source", planned.mapping().source());
        model.addAttribute("plan", planned.plan());
        model.addAttribute("deeds", planned.applied());
        model.addAttribute("now", clock.instant());
        model.addAttribute("by", byControl ? "control" : "item");
        model.addAttribute("brought", brought != null);
        model.addAttribute("applied", applied);
        model.addAttribute("commandId", ids.next());
        return "statement/mapping";
    }

    /** What applying it would write; writes nothing. */
    @GetMapping("/{mapping}/drafts")
    String preview(@PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable UUID mapping, Model model) {
        pages.head(dossier, statement, model);
        return preview(planned(statement, mapping), model);
    }

    /** @param plan fingerprint of what was shown */
    @PostMapping("/{mapping}/drafts")
    String apply(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable UUID mapping, @RequestParam UUID commandId,
            @RequestParam(defaultValue = "") String plan, Model model, HttpServletResponse response) {
        pages.head(dossier, statement, model);
        var planned = planned(statement, mapping);
        if (planned.plan().drafts().isEmpty()) {
            // sent twice: it has been done
            return planned.applied().stream().anyMatch(deed -> !deed.undone())
                    ? "redirect:" + at(dossier, statement) + "/" + mapping + "?by=control"
                    : refused(planned, new MappingRefusal.NothingToApply(), model, response);
        }
        if (!planned.plan().fingerprint().equals(plan)) {
            return refused(planned, new MappingRefusal.PlanChanged(), model, response);
        }
        var result = changeAnswers.handle(new ChangeAnswers.Command(
                new CommandId(commandId), current.get(), new StatementId(statement), Deed.MAPPING, mapping.toString(), planned.plan().edits()));
        if (result instanceof ChangeAnswers.Result.Changed done) {
            return "redirect:" + at(dossier, statement) + "/" + mapping + "?by=control&applied=" + done.changed();
        }
        return refused(planned, result instanceof ChangeAnswers.Result.NotChanged
                ? new MappingRefusal.PlanChanged() : ((ChangeAnswers.Result.Refused) result).why(), model, response);
    }

    private String refused(ReadMappings.Planned planned, Refusal why, Model model, HttpServletResponse response) {
        pages.show(model, response, Map.of("drafts", pages.orThrown(why)));
        return preview(planned, model);
    }

    private String preview(ReadMappings.Planned planned, Model model) {
        model.addAttribute("source", planned.mapping().source());
        model.addAttribute("plan", planned.plan());
        model.addAttribute("commandId", ids.next());
        return "statement/mapping-drafts";
    }

    private ReadMappings.Planned planned(UUID statement, UUID mapping) {
        return mappings.plan(current.get(), new StatementId(statement), mapping)
                .orElseThrow(() -> new Refused(new MappingRefusal.MappingUnknown()));
    }

    private String list(UUID dossier, UUID statement, Typed typed, Model model) {
        pages.head(dossier, statement, model);
        model.addAttribute("listed", mappings.of(current.get(), new StatementId(statement)));
        model.addAttribute("typed", typed);
        model.addAttribute("commandId", ids.next());
        return "statement/mappings";
    }

    private void show(MappingReading reading, Model model, HttpServletResponse response) {
        var whole = reading.problems().size() == 1 && reading.problems().get(0).line() == 0 ? reading.problems().get(0).why()
                : reading.items().isEmpty() && reading.leftOut() == 0 ? new MappingRefusal.NothingInIt()
                        : new MappingRefusal.LinesUnreadable(reading.leftOut());
        pages.show(model, response, Map.of("file", whole));
        model.addAttribute("problems", reading.problems().stream().filter(one -> one.line() > 0).limit(PROBLEMS_SHOWN)
                .map(one -> new Said(one.line(), pages.said(one.why()))).toList());
        model.addAttribute("moreProblems", Math.max(0, reading.problems().size() - PROBLEMS_SHOWN));
    }

    private static void paged(String name, List<?> all, int from, Model model) {
        int first = Math.max(0, Math.min(from, Math.max(0, all.size() - 1)) / ON_A_PAGE * ON_A_PAGE);
        int end = Math.min(all.size(), first + ON_A_PAGE);
        model.addAttribute(name, all.subList(first, end));
        model.addAttribute("first", first);
        model.addAttribute("end", end);
        model.addAttribute("total", all.size());
        model.addAttribute("before", first == 0 ? null : first - ON_A_PAGE);
        model.addAttribute("after", end == all.size() ? null : end);
    }

    private static String at(UUID dossier, UUID statement) {
        return Pages.at(dossier, statement) + "/mappings";
    }

    /** A field that was left empty comes as a nameless file of nothing. */
    private static @Nullable Path received(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        return Uploads.onDisk(file);
    }
}
