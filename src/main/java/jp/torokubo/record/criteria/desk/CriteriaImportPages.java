// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.criteria.ConfirmCriteriaImport;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.criteria.CriteriaImportRefusal;
import jp.torokubo.record.criteria.DryRunCriteriaImport;
import jp.torokubo.record.criteria.ListKind;
import jp.torokubo.record.criteria.ProposeCriteriaImport;
import jp.torokubo.record.criteria.TurnDownCriteriaImport;
import jp.torokubo.record.criteria.UploadCriteriaWorkbook;
import jp.torokubo.record.criteria.UploadCriteriaWorkbook.Form;
import jp.torokubo.record.criteria.importing.Aim;
import jp.torokubo.record.criteria.importing.CriteriaDryRun;
import jp.torokubo.record.criteria.importing.CriteriaImports;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports of the official workbook and of lists that name controls, from upload to the second person's decision. */
@Controller
@Admits(Caller.OPERATOR)
@RequestMapping("/operator/criteria")
class CriteriaImportPages {

    private static final int SHOWN = 100;

    private final UploadCriteriaWorkbook upload;
    private final DryRunCriteriaImport dryRuns;
    private final ProposeCriteriaImport propose;
    private final ConfirmCriteriaImport confirm;
    private final TurnDownCriteriaImport turnDown;
    private final CriteriaImports imports;
    private final Criteria criteria;
    private final Confirmations confirmations;
    private final CurrentActor current;
    private final Ids ids;
    private final WrongsOfCriteria wrongs;
    private final RunAsFile files;

    CriteriaImportPages(
            UploadCriteriaWorkbook upload, DryRunCriteriaImport dryRuns, ProposeCriteriaImport propose, ConfirmCriteriaImport confirm,
            TurnDownCriteriaImport turnDown, CriteriaImports imports, Criteria criteria, Confirmations confirmations, CurrentActor current,
            Ids ids, WrongsOfCriteria wrongs, RunAsFile files) {
        this.upload = upload;
        this.dryRuns = dryRuns;
        this.propose = propose;
        this.confirm = confirm;
        this.turnDown = turnDown;
        this.imports = imports;
        this.criteria = criteria;
        this.confirmations = confirmations;
        this.current = current;
        this.ids = ids;
        this.wrongs = wrongs;
        this.files = files;
    }

    @GetMapping
    String list(Model model) {
        return list(model, new Form(Aim.Kind.TEXTS.code(), criteria.newest().id(), "", "", "", "", "", "", "", ""));
    }

    @PostMapping
    String upload(
            @RequestParam UUID commandId, @RequestParam(defaultValue = "") String aim, @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String newEdition, @RequestParam(defaultValue = "") String titleJa,
            @RequestParam(defaultValue = "") String titleEn, @RequestParam(defaultValue = "") String standsFrom,
            @RequestParam(defaultValue = "") String validFrom, @RequestParam(defaultValue = "") String validUntil,
            @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response) {
        var form = new Form(aim, edition, newEdition, titleJa, titleEn, standsFrom, validFrom, validUntil, title, address);
        var sent = received(file);
        try {
            var name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            var format = name.toLowerCase(Locale.ROOT).endsWith(".csv") ? Format.CSV : Format.XLSX;
            var result = upload.handle(
                    new UploadCriteriaWorkbook.Command(current.get(), new CommandId(commandId), form, sent, name, format, "UTF-8"));
            if (result instanceof UploadCriteriaWorkbook.Result.Read read) {
                return "redirect:/operator/criteria/" + read.id();
            }
            wrongs.show(model, response, result instanceof UploadCriteriaWorkbook.Result.Impossible impossible
                    ? new TreeMap<>(impossible.fields())
                    : Map.of("file", ((UploadCriteriaWorkbook.Result.Refused) result).why()));
            return list(model, form);
        } finally {
            remove(sent);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable String kind, Model model) {
        var kept = kept(id);
        model.addAttribute("kept", kept);
        model.addAttribute("commandId", ids.next());
        if (kept.state() == State.READ || kept.state() == State.PROPOSED) {
            var dryRun = dryRuns.of(kept);
            model.addAttribute("run", new ShownCriteriaRun(dryRun, kept.reading(), wrongs, kind));
            addSteps(model, kept, dryRun);
        } else if (kept.decided() != null && kept.decided().done() != null) {
            var done = CriteriaDryRun.done(kept.aim().edition(), kept.decided().done());
            model.addAttribute("run", new ShownCriteriaRun(done, kept.reading(), wrongs, kind));
        }
        return "criteria/desk-import";
    }

    @GetMapping("/{id}/problems.csv")
    void problems(@PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        Download.CSV.send(files.problems(kept(id), locale), locale, "problems-" + id, response);
    }

    @GetMapping("/{id}/rows.csv")
    void rows(@PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        var kept = kept(id);
        var run = kept.decided() == null || kept.decided().done() == null
                ? dryRuns.of(kept) : CriteriaDryRun.done(kept.aim().edition(), kept.decided().done());
        Download.CSV.send(files.rows(kept, run, locale), locale, "rows-" + id, response);
    }

    private KeptCriteriaImport kept(UUID id) {
        return imports.find(id).orElseThrow(() -> new Refused(new CriteriaImportRefusal.NotFound(id.toString())));
    }

    private void addSteps(Model model, KeptCriteriaImport kept, CriteriaDryRun dryRun) {
        boolean stale = kept.proposed() != null && !kept.proposed().hash().equals(dryRun.hash());
        boolean proposedHere = kept.state() == State.PROPOSED && !stale;
        boolean mine = kept.proposed() != null && confirmations.find(kept.proposed().proposal())
                .filter(proposal -> proposal.proposer().equals(current.get().person())).isPresent();
        model.addAttribute("hash", dryRun.hash());
        model.addAttribute("stale", stale);
        model.addAttribute("canPropose", dryRun.obstacles().isEmpty() && !proposedHere);
        model.addAttribute("canConfirm", proposedHere && !mine);
        model.addAttribute("waitsForOther", proposedHere && mine);
    }

    @PostMapping("/{id}/propose")
    String propose(
            @PathVariable UUID id, @RequestParam UUID commandId, @RequestParam String hash, Model model, HttpServletResponse response) {
        var result = propose.handle(new ProposeCriteriaImport.Command(current.get(), new CommandId(commandId), id, hash));
        return result instanceof ProposeCriteriaImport.Result.Refused refused
                ? again(id, model, response, "decide", refused.why()) : "redirect:/operator/criteria/" + id;
    }

    @PostMapping("/{id}/confirm")
    String confirm(
            @PathVariable UUID id, @RequestParam UUID commandId, @RequestParam String hash, Proof proof, Model model,
            HttpServletResponse response) {
        var result = confirm.handle(new ConfirmCriteriaImport.Command(current.get(), proof, new CommandId(commandId), id, hash));
        return result instanceof ConfirmCriteriaImport.Result.Refused refused
                ? again(id, model, response, Proof.fieldOf(refused.why(), "decide"), refused.why()) : "redirect:/operator/criteria/" + id;
    }

    @PostMapping("/{id}/turn-down")
    String turnDown(
            @PathVariable UUID id, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String reason, Model model,
            HttpServletResponse response) {
        var result = turnDown.handle(new TurnDownCriteriaImport.Command(current.get(), new CommandId(commandId), id, reason));
        return result instanceof TurnDownCriteriaImport.Result.Refused refused
                ? again(id, model, response, "reason", refused.why()) : "redirect:/operator/criteria/" + id;
    }

    private String again(UUID id, Model model, HttpServletResponse response, String field, Refusal why) {
        wrongs.show(model, response, Map.of(field, why));
        return show(id, null, model);
    }

    private String list(Model model, Form typed) {
        model.addAttribute("imports", imports.newest(SHOWN));
        model.addAttribute("editions", criteria.editions());
        model.addAttribute("aims", aims());
        model.addAttribute("typed", typed);
        model.addAttribute("commandId", ids.next());
        return "criteria/desk-imports";
    }

    private static List<String> aims() {
        var aims = new ArrayList<>(List.of(Aim.Kind.TEXTS.code(), Aim.Kind.EDITION.code()));
        Arrays.stream(ListKind.values()).map(ListKind::code).forEach(aims::add);
        return aims;
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
