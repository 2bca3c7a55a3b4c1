// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.procedure.statement.UndoDeed;
import jp.torokubo.procedure.statement.comparing.CarriedRow;
import jp.torokubo.procedure.statement.comparing.CarryAction;
import jp.torokubo.procedure.statement.comparing.CarryOver;
import jp.torokubo.procedure.statement.comparing.CarryParts;
import jp.torokubo.procedure.statement.comparing.CompareStatements;
import jp.torokubo.procedure.statement.comparing.CompareStatements.Beside;
import jp.torokubo.procedure.statement.comparing.ControlChange;
import jp.torokubo.procedure.statement.comparing.PlanCarryOver;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What of an earlier statement is taken over: last year, the change of the criteria, and now, side by side. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}/carry-over")
class CarryOverPages {

    private static final int ROWS_ON_A_PAGE = 50;

    private final PlanCarryOver plans;
    private final CarryOver carryOver;
    private final CarryParts carryParts;
    private final UndoDeed undoDeed;
    private final CompareStatements compare;
    private final CurrentActor current;
    private final Ids ids;
    private final RefusalWords words;

    CarryOverPages(
            PlanCarryOver plans, CarryOver carryOver, CarryParts carryParts, UndoDeed undoDeed, CompareStatements compare,
            CurrentActor current, Ids ids, RefusalWords words) {
        this.plans = plans;
        this.carryOver = carryOver;
        this.carryParts = carryParts;
        this.undoDeed = undoDeed;
        this.compare = compare;
        this.current = current;
        this.ids = ids;
        this.words = words;
    }

    @GetMapping
    @KnownParameters({"from", "action", "after", "taken", "undone", "left", "deed", "parts"})
    String page(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(defaultValue = "") String action, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer taken, @RequestParam(required = false) @Nullable Integer undone,
            @RequestParam(required = false) @Nullable Integer left, @RequestParam(required = false) @Nullable UUID deed,
            @RequestParam(required = false) @Nullable Integer parts, Model model, Locale locale) {
        model.addAttribute("partsTaken", parts);
        model.addAttribute("taken", taken);
        model.addAttribute("undone", undone);
        model.addAttribute("left", left);
        model.addAttribute("deed", deed);
        return page(dossier, statement, from, action, after, model, locale);
    }

    @PostMapping
    String take(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, @RequestParam UUID from,
            @RequestParam(defaultValue = "") String action, @RequestParam(defaultValue = "") String all,
            @RequestParam(required = false) @Nullable List<String> row, @RequestParam(defaultValue = "") String overwrite, Model model,
            HttpServletResponse response, Locale locale) {
        beside(dossier, statement);
        var choice = all.isEmpty() ? new CarryOver.Choice.Rows(seen(row), !overwrite.isEmpty()) : new CarryOver.Choice.AllUnchanged();
        var result = carryOver.handle(new CarryOver.Command(
                new CommandId(commandId), current.get(), new StatementId(statement), new StatementId(from), choice));
        if (result instanceof CarryOver.Result.Taken done) {
            return "redirect:" + at(dossier, statement) + "?from=" + from + (action.isEmpty() ? "" : "&action=" + action(action))
                    + "&taken=" + done.taken() + (done.batch() == null ? "" : "&deed=" + done.batch());
        }
        var why = new LinkedHashMap<String, String>();
        if (result instanceof CarryOver.Result.NotTaken not) {
            response.setStatus(409);
            not.troubles().forEach(trouble -> why.put("c-" + trouble.control(), said(trouble.why().get(0), locale)));
        } else {
            var refusal = orThrown(((CarryOver.Result.Refused) result).why());
            response.setStatus(words.of(refusal).status());
            why.put("rows", said(refusal, locale));
        }
        model.addAttribute("wrong", why.entrySet());
        return page(dossier, statement, from, action, null, model, locale);
    }

    @PostMapping("/parts")
    String takeParts(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, @RequestParam UUID from, Model model,
            HttpServletResponse response, Locale locale) {
        beside(dossier, statement);
        var result = carryParts.handle(new CarryParts.Command(
                new CommandId(commandId), current.get(), new StatementId(statement), new StatementId(from)));
        if (result instanceof CarryParts.Result.Taken done) {
            return "redirect:" + at(dossier, statement) + "?from=" + from + "&parts=" + done.parts();
        }
        var refusal = orThrown(((CarryParts.Result.Refused) result).why());
        response.setStatus(words.of(refusal).status());
        model.addAttribute("wrong", Map.of("parts", said(refusal, locale)).entrySet());
        return page(dossier, statement, from, "", null, model, locale);
    }

    @PostMapping("/undo")
    String undo(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, @RequestParam UUID from,
            @RequestParam UUID deed, Model model, HttpServletResponse response, Locale locale) {
        beside(dossier, statement);
        var result = undoDeed.handle(new UndoDeed.Command(new CommandId(commandId), current.get(), new StatementId(statement), deed));
        if (result instanceof UndoDeed.Result.Undone done) {
            return "redirect:" + at(dossier, statement) + "?from=" + from + "&undone=" + done.changed() + "&left=" + done.left().size();
        }
        var refusal = orThrown(((UndoDeed.Result.Refused) result).why());
        response.setStatus(words.of(refusal).status());
        model.addAttribute("wrong", Map.of("rows", said(refusal, locale)).entrySet());
        return page(dossier, statement, from, "", null, model, locale);
    }

    private String page(
            UUID dossier, UUID statement, @Nullable UUID from, String action, @Nullable String after, Model model, Locale locale) {
        var beside = beside(dossier, statement);
        var here = beside.get(0);
        var source = from != null ? from : usual(beside);
        model.addAttribute("here", here);
        model.addAttribute("beside", beside.subList(1, beside.size()));
        model.addAttribute("from", source);
        model.addAttribute("at", "/desk/dossiers/" + dossier + "/statements/" + statement);
        model.addAttribute("commandId", ids.next());
        model.addAttribute("english", locale.getLanguage().equals("en"));
        if (source != null) {
            var result = plans.handle(new PlanCarryOver.Asked(current.get(), new StatementId(statement), new StatementId(source)));
            if (result instanceof PlanCarryOver.Result.Refused refused) {
                throw new Refused(refused.why());
            }
            var planned = (PlanCarryOver.Result.Planned) result;
            model.addAttribute("mayNotWrite", planned.mayNotWrite() == null ? null : said(planned.mayNotWrite(), locale));
            show(planned, action(action), after, model);
        }
        return "statement/comparing-carry-over";
    }

    private void show(PlanCarryOver.Result.Planned planned, String action, @Nullable String after, Model model) {
        var wanted = planned.plan().rows().stream()
                .filter(row -> action.isEmpty() ? isToDecide(row) : row.action().code().equals(action))
                .toList();
        int from = 0;
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).row().number().equals(after)) {
                from = i + 1;
            }
        }
        var rows = wanted.subList(from, Math.min(wanted.size(), from + ROWS_ON_A_PAGE));
        model.addAttribute("planned", planned);
        model.addAttribute("openParts", CarryParts.open(planned.earlier(), planned.now()));
        model.addAttribute("writtenAnew", Arrays.stream(Part.values()).filter(CarryParts.WRITTEN_ANEW::contains).toList());
        model.addAttribute("counts", planned.plan().counts());
        model.addAttribute("unchanged", planned.plan().unchanged().size());
        model.addAttribute("action", action);
        model.addAttribute("rows", rows);
        model.addAttribute("takeable", rows.stream().anyMatch(row -> row.edit() != null));
        model.addAttribute("overwritable", rows.stream().anyMatch(row -> row.edit() != null && row.action() == CarryAction.KEEP));
        model.addAttribute("count", wanted.size());
        model.addAttribute("next", from + rows.size() < wanted.size() ? last(rows) : null);
        model.addAttribute("first", after == null);
    }

    /** New rows are named, so that nobody overlooks them; others of which nothing was said are the grid's. */
    private static boolean isToDecide(CarriedRow row) {
        return switch (row.action()) {
            case AS_IS, LOOK_AGAIN, KEEP, DROP -> true;
            case ANEW -> row.row().change() == ControlChange.ADDED;
            case DONE -> false;
        };
    }

    private static String last(List<CarriedRow> rows) {
        return rows.get(rows.size() - 1).row().number();
    }

    private List<Beside> beside(UUID dossier, UUID statement) {
        var beside = compare.beside(current.get(), new StatementId(statement));
        if (beside.isEmpty() || !beside.get(0).dossier().id().value().equals(dossier)) {
            throw new Refused(new StatementRefusal.StatementUnknown());
        }
        return beside;
    }

    private static @Nullable UUID usual(List<Beside> beside) {
        var from = beside.get(0).statement().carriedFrom();
        return beside.stream().skip(1).map(one -> one.statement().id()).filter(id -> id.equals(from)).findFirst()
                .or(() -> beside.stream().skip(1).map(one -> one.statement().id()).findFirst())
                .map(StatementId::value)
                .orElse(null);
    }

    /** A row as the form sends it: the control, and the version that was shown. */
    private static Map<String, Long> seen(@Nullable List<String> rows) {
        var seen = new LinkedHashMap<String, Long>();
        for (var row : rows == null ? new ArrayList<String>() : rows) {
            int at = row.indexOf('@');
            try {
                seen.put(row.substring(0, Math.max(0, at)), Long.parseLong(row.substring(at + 1)));
            } catch (NumberFormatException notOurs) {
                throw new Refused(new StatementRefusal.ControlUnknown(row));
            }
        }
        return seen;
    }

    private static String action(String given) {
        return CarryAction.of(given).map(CarryAction::code).orElse("");
    }

    private Refusal orThrown(Refusal why) {
        if (words.of(why).status() == 404) {
            throw new Refused(why);
        }
        return why;
    }

    private String said(Refusal why, Locale locale) {
        return words.of(why).in(locale);
    }

    private static String at(UUID dossier, UUID statement) {
        return "/desk/dossiers/" + dossier + "/statements/" + statement + "/carry-over";
    }
}
