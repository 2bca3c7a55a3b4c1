// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.Deed;
import jp.torokubo.procedure.statement.ReadRows;
import jp.torokubo.procedure.statement.RowRefusal;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.UndoDeed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One change of many rows: first what would happen, in words, then, with the versions that were seen, the deed; and its undoing. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}/controls")
class BulkPages {

    private static final int NAMED = 50;

    private final Opened opened;
    private final ChangeAnswers changeAnswers;
    private final UndoDeed undoDeed;

    BulkPages(Opened opened, ChangeAnswers changeAnswers, UndoDeed undoDeed) {
        this.opened = opened;
        this.changeAnswers = changeAnswers;
        this.undoDeed = undoDeed;
    }

    /** Says what would be changed; changes nothing. */
    @PostMapping("/bulk")
    String preview(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam MultiValueMap<String, String> sent, Model model,
            HttpServletResponse response) {
        var all = opened.all(dossier, statement);
        var address = GridAddress.read(first(sent, "back"));
        var rows = sent.containsKey("all")
                ? opened.narrowing(all.around(), all.answers()).found(address).stream().map(one -> one.id()).toList()
                : sent.getOrDefault("row", List.of());
        var set = first(sent, "set");
        return shown(all, address, rows, set, first(sent, "value-" + set), Map.of(), model, response);
    }

    @PostMapping("/bulk/confirmed")
    String confirm(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String set, @RequestParam(defaultValue = "") String value, @RequestParam(defaultValue = "") String back,
            Model model, HttpServletResponse response) {
        var all = opened.all(dossier, statement);
        var address = GridAddress.read(back);
        var seen = seen(rows);
        try {
            var edit = BulkChange.edit(set, value, all.around().colleagues());
            var wanted = seen.entrySet().stream()
                    .map(one -> new ChangeAnswers.Wanted(edit.apply(one.getKey()), one.getValue())).toList();
            var result = changeAnswers.handle(new ChangeAnswers.Command(
                    new CommandId(commandId), opened.actor(), new StatementId(statement), Deed.BULK, null, wanted));
            if (result instanceof ChangeAnswers.Result.Changed changed) {
                return "redirect:" + address.href(Opened.at(dossier, statement), Map.of("changed", String.valueOf(changed.changed())));
            }
            if (result instanceof ChangeAnswers.Result.NotChanged not) {
                response.setStatus(opened.status(not.troubles().get(0).why().get(0)));
                var meanwhile = new LinkedHashMap<String, Refusal>();
                not.troubles().forEach(trouble -> meanwhile.put(trouble.control(), trouble.why().get(0)));
                return shown(all, address, List.copyOf(seen.keySet()), set, value, meanwhile, model, response);
            }
            opened.show(model, response, "bulk", opened.orThrown(((ChangeAnswers.Result.Refused) result).why()));
        } catch (Opened.NotRead notRead) {
            opened.show(model, response, "bulk", notRead.why());
        }
        return shown(all, address, List.copyOf(seen.keySet()), set, value, Map.of(), model, response);
    }

    @PostMapping("/undo")
    String undo(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, @RequestParam UUID batch,
            @RequestParam(defaultValue = "") String back, Model model, HttpServletResponse response) {
        var all = opened.all(dossier, statement);
        var address = GridAddress.read(back);
        var result = undoDeed.handle(new UndoDeed.Command(new CommandId(commandId), opened.actor(), new StatementId(statement), batch));
        if (result instanceof UndoDeed.Result.Undone undone) {
            var said = new LinkedHashMap<String, String>();
            said.put("undone", String.valueOf(undone.changed()));
            if (!undone.left().isEmpty()) {
                said.put("left", String.join(" ", undone.left().subList(0, Math.min(NAMED, undone.left().size()))));
            }
            return "redirect:" + address.href(Opened.at(dossier, statement), said);
        }
        opened.show(model, response, "deeds", opened.orThrown(((UndoDeed.Result.Refused) result).why()));
        return shown(all, address, List.of(), "", "", Map.of(), model, response);
    }

    private String shown(
            ReadRows.All all, GridAddress address, List<String> rows, String set, String value, Map<String, Refusal> meanwhile, Model model,
            HttpServletResponse response) {
        opened.common(model, all.around());
        model.addAttribute("back", address.query());
        model.addAttribute("list", address.href(Opened.at(
                all.around().statement().dossier().value(), all.around().statement().id().value())));
        model.addAttribute("set", set);
        model.addAttribute("value", value);
        if (all.around().mayNotWrite() != null) {
            if (!model.containsAttribute("wrong")) {
                opened.show(model, response, "bulk", all.around().mayNotWrite());
            }
            return "statement/grid-bulk";
        }
        if (model.containsAttribute("wrong")) {
            return "statement/grid-bulk";
        }
        try {
            if (rows.isEmpty()) {
                throw new Opened.NotRead(new RowRefusal.NoRowsChosen());
            }
            var preview = BulkChange.preview(all, rows, BulkChange.edit(set, value, all.around().colleagues()), meanwhile, opened::said);
            model.addAttribute("preview", preview);
            model.addAttribute("valueShown", shownValue(all, set, value));
            model.addAttribute("rows", preview.changing().stream().map(one -> one.control().id() + "@" + one.version())
                    .reduce((one, other) -> one + " " + other).orElse(""));
        } catch (Opened.NotRead notRead) {
            opened.show(model, response, "bulk", notRead.why());
        }
        return "statement/grid-bulk";
    }

    /** Names where the form has ids. */
    private static String shownValue(ReadRows.All all, String set, String value) {
        return set.equals("owner")
                ? all.around().colleagues().stream().filter(one -> one.id().value().toString().equals(value)).findFirst()
                        .map(one -> one.name()).orElse("")
                : value;
    }

    private static Map<String, Long> seen(String rows) {
        var seen = new LinkedHashMap<String, Long>();
        Arrays.stream(rows.strip().split("\\s+")).filter(one -> one.contains("@")).forEach(one -> {
            int at = one.indexOf('@');
            seen.put(one.substring(0, at), RowForm.seen(one.substring(at + 1)));
        });
        return seen;
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
