// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.ConfirmImport;
import jp.torokubo.record.register.DryRunImport;
import jp.torokubo.record.register.ImportRefusal;
import jp.torokubo.record.register.ProposeImport;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.TurnDownImport;
import jp.torokubo.record.register.UploadPublishedList;
import jp.torokubo.record.register.importing.DryRun;
import jp.torokubo.record.register.importing.Imports;
import jp.torokubo.record.register.importing.KeptImport.State;
import jp.torokubo.record.register.importing.KeptImport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports of published lists: upload, reading with its log, dry run, proposal, and the second person's decision. */
@Controller
@Admits(Caller.OPERATOR)
@RequestMapping("/operator/imports")
class ImportPages {

    private static final int SHOWN = 100;

    /** What was typed into the form of upload; the file itself no browser keeps. */
    record Typed(String title, String source, String completeUntil, String format, String encoding) {
        Typed() {
            this("", "", "", Format.XLSX.name(), "UTF-8");
        }
    }

    private final UploadPublishedList upload;
    private final DryRunImport dryRuns;
    private final ProposeImport propose;
    private final ConfirmImport confirm;
    private final TurnDownImport turnDown;
    private final Imports imports;
    private final Confirmations confirmations;
    private final CurrentActor current;
    private final Ids ids;
    private final Wrongs wrongs;

    ImportPages(
            UploadPublishedList upload, DryRunImport dryRuns, ProposeImport propose, ConfirmImport confirm, TurnDownImport turnDown,
            Imports imports, Confirmations confirmations, CurrentActor current, Ids ids, Wrongs wrongs) {
        this.upload = upload;
        this.dryRuns = dryRuns;
        this.propose = propose;
        this.confirm = confirm;
        this.turnDown = turnDown;
        this.imports = imports;
        this.confirmations = confirmations;
        this.current = current;
        this.ids = ids;
        this.wrongs = wrongs;
    }

    @GetMapping
    String list(Model model) {
        return list(model, new Typed());
    }

    @PostMapping
    String upload(
            @RequestParam UUID commandId, @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "") String completeUntil,
            @RequestParam(defaultValue = "XLSX") String format, @RequestParam(defaultValue = "UTF-8") String encoding,
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response) {
        var typed = new Typed(title, source, completeUntil, format, encoding);
        var said = Arrays.stream(Format.values()).filter(known -> known.name().equals(format)).findFirst().orElse(Format.XLSX);
        var sent = received(file);
        try {
            var result = upload.handle(new UploadPublishedList.Command(current.get(), new CommandId(commandId), RegisterName.ISMAP,
                    sent, file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), said, encoding, title,
                    source, completeUntil));
            if (result instanceof UploadPublishedList.Result.Read read) {
                return "redirect:/operator/imports/" + read.id();
            }
            wrongs.show(model, response, result instanceof UploadPublishedList.Result.Impossible impossible
                    ? new TreeMap<>(impossible.fields())
                    : Map.of("file", ((UploadPublishedList.Result.Refused) result).why()));
            return list(model, typed);
        } finally {
            remove(sent);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        var kept = imports.find(id).orElseThrow(() -> new Refused(new ImportRefusal.NotFound(id.toString())));
        model.addAttribute("kept", kept);
        model.addAttribute("log", new CharacterLog(kept.reading().changes()));
        model.addAttribute("commandId", ids.next());
        if (kept.state() == State.READ || kept.state() == State.PROPOSED) {
            var dryRun = dryRuns.of(kept.publication(), kept.file().hash(), kept.reading());
            model.addAttribute("dryRun", new ShownDryRun(dryRun, wrongs));
            addSteps(model, kept, dryRun);
        }
        return "register/desk-import";
    }

    private void addSteps(Model model, KeptImport kept, DryRun dryRun) {
        boolean stale = kept.proposed() != null && !kept.proposed().hash().equals(dryRun.hash());
        boolean proposedHere = kept.state() == State.PROPOSED && !stale;
        boolean mine = kept.proposed() != null && kept.proposed().proposal() != null
                && confirmations.find(kept.proposed().proposal())
                        .filter(proposal -> proposal.proposer().equals(current.get().person())).isPresent();
        model.addAttribute("hash", dryRun.hash());
        model.addAttribute("stale", stale);
        model.addAttribute("canPropose", dryRun.refused() == 0 && !proposedHere);
        model.addAttribute("canConfirm", proposedHere && !mine);
        model.addAttribute("waitsForOther", proposedHere && mine);
    }

    @PostMapping("/{id}/propose")
    String propose(
            @PathVariable UUID id, @RequestParam UUID commandId, @RequestParam String hash, Model model,
            HttpServletResponse response) {
        var result = propose.handle(new ProposeImport.Command(current.get(), new CommandId(commandId), id, hash));
        return result instanceof ProposeImport.Result.Refused refused
                ? again(id, model, response, "decide", refused.why()) : "redirect:/operator/imports/" + id;
    }

    @PostMapping("/{id}/confirm")
    String confirm(
            @PathVariable UUID id, @RequestParam UUID commandId, @RequestParam String hash, Proof proof, Model model,
            HttpServletResponse response) {
        var result = confirm.handle(new ConfirmImport.Command(current.get(), proof, new CommandId(commandId), id, hash));
        return result instanceof ConfirmImport.Result.Refused refused
                ? again(id, model, response, Proof.fieldOf(refused.why(), "decide"), refused.why()) : "redirect:/operator/imports/" + id;
    }

    @PostMapping("/{id}/turn-down")
    String turnDown(
            @PathVariable UUID id, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String reason, Model model,
            HttpServletResponse response) {
        var result = turnDown.handle(new TurnDownImport.Command(current.get(), new CommandId(commandId), id, reason));
        return result instanceof TurnDownImport.Result.Refused refused
                ? again(id, model, response, "reason", refused.why()) : "redirect:/operator/imports/" + id;
    }

    private String again(UUID id, Model model, HttpServletResponse response, String field, Refusal why) {
        wrongs.show(model, response, Map.of(field, why));
        return show(id, model);
    }

    private String list(Model model, Typed typed) {
        model.addAttribute("imports", imports.newest(SHOWN));
        model.addAttribute("typed", typed);
        model.addAttribute("commandId", ids.next());
        return "register/desk-imports";
    }

    /** The upload as a file of its own for the reading process; removed again whatever happens. */
    private static @Nullable Path received(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty() && "".equals(file.getOriginalFilename())) {
            return null;
        }
        try {
            var path = Files.createTempFile("torokubo-upload-", ".part");
            file.transferTo(path);
            return path;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static void remove(@Nullable Path path) {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException cannotRemove) {
            throw new UncheckedIOException(cannotRemove);
        }
    }
}
