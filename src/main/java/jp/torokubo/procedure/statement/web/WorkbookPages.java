// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.jobs.LongWork;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.CommitWorkbook;
import jp.torokubo.procedure.statement.Deed;
import jp.torokubo.procedure.statement.ExportWorkbook;
import jp.torokubo.procedure.statement.KeepWorkbook;
import jp.torokubo.procedure.statement.PreviewWorkbook;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.UndoDeed;
import jp.torokubo.procedure.statement.WorkbookRefusal;
import jp.torokubo.procedure.statement.workbook.ColumnChoice;
import jp.torokubo.procedure.statement.workbook.MendingWorkbook;
import jp.torokubo.procedure.statement.workbook.WorkbookPreview.Kind;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.criteria.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A statement as a workbook and back: handed out, filled in elsewhere, previewed, taken in, undone. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}")
class WorkbookPages {

    private static final int SHOWN_ROWS = 300;
    private static final int SECONDS_BETWEEN_LOOKS = 2;

    private final LongWork longWork;
    private final Duration firstWait;
    private final ExportWorkbook exportWorkbook;
    private final KeepWorkbook keepWorkbook;
    private final PreviewWorkbook previewWorkbook;
    private final CommitWorkbook commitWorkbook;
    private final UndoDeed undoDeed;
    private final ReadStatement statements;
    private final Criteria criteria;
    private final Pages pages;
    private final RefusalWords words;
    private final MessageSource messages;
    private final CurrentActor current;
    private final Ids ids;

    /** @param firstWait for which an upload waits before it shows how far the reading is */
    WorkbookPages(
            LongWork longWork, @Value("${torokubo.reading.first-wait:3s}") Duration firstWait, ExportWorkbook exportWorkbook,
            KeepWorkbook keepWorkbook, PreviewWorkbook previewWorkbook, CommitWorkbook commitWorkbook, UndoDeed undoDeed,
            ReadStatement statements, Criteria criteria, Pages pages, RefusalWords words, MessageSource messages, CurrentActor current, Ids ids) {
        this.longWork = longWork;
        this.firstWait = firstWait;
        this.exportWorkbook = exportWorkbook;
        this.keepWorkbook = keepWorkbook;
        this.previewWorkbook = previewWorkbook;
        this.commitWorkbook = commitWorkbook;
        this.undoDeed = undoDeed;
        this.statements = statements;
        this.criteria = criteria;
        this.pages = pages;
        this.words = words;
        this.messages = messages;
        this.current = current;
        this.ids = ids;
    }

    @GetMapping("/workbook")
    @KnownParameters({"taken", "undone", "left"})
    String show(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(required = false) @Nullable Integer taken,
            @RequestParam(required = false) @Nullable Integer undone, @RequestParam(required = false) @Nullable Integer left, Model model) {
        model.addAttribute("taken", taken);
        model.addAttribute("undone", undone);
        model.addAttribute("left", left);
        return page(dossier, statement, model);
    }

    @GetMapping("/workbook.xlsx")
    @KnownParameters({"chapter"})
    void export(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(defaultValue = "") String chapter, Locale language,
            HttpServletResponse response) throws IOException {
        var result = exportWorkbook.handle(new ExportWorkbook.Command(
                current.get(), new StatementId(statement), chapter, language.getLanguage().equals("en")));
        if (result instanceof ExportWorkbook.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        var exported = (ExportWorkbook.Result.Exported) result;
        send(exported.statement().title() + ".xlsx", exported.workbook(), response);
    }

    @PostMapping("/workbook")
    String upload(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId,
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response) {
        var received = Uploads.onDisk(file);
        var command = new KeepWorkbook.Command(new CommandId(commandId), current.get(), new StatementId(statement), received);
        var reading = longWork.begin(current.get().person().value(), () -> keepWorkbook.handle(command), () -> Uploads.remove(received));
        if (reading.isEmpty()) {
            Uploads.remove(received);
            pages.show(model, response, Map.of("file", new WorkbookRefusal.TooManyWaiting()));
            return page(dossier, statement, model);
        }
        var piece = longWork.find(reading.get(), current.get().person().value(), KeepWorkbook.Result.class, firstWait).orElseThrow();
        // a page that renews itself has to have an address of its own
        return piece.result() == null
                ? "redirect:" + Pages.at(dossier, statement) + "/workbook/readings/" + piece.id() : shown(dossier, statement, piece, model, response);
    }

    @GetMapping("/workbook/readings/{reading}")
    String reading(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable UUID reading, Model model, HttpServletResponse response) {
        var piece = longWork.find(reading, current.get().person().value(), KeepWorkbook.Result.class, Duration.ZERO)
                .orElseThrow(() -> new Refused(new WorkbookRefusal.WorkbookUnknown()));
        return shown(dossier, statement, piece, model, response);
    }

    @PostMapping("/workbook/readings/{reading}/cancel")
    String cancel(@PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable UUID reading, Model model) {
        pages.head(dossier, statement, model);
        longWork.callOff(reading, current.get().person().value());
        return "redirect:" + Pages.at(dossier, statement) + "/workbook/readings/" + reading;
    }

    @GetMapping("/workbook/{book}")
    @KnownParameters({"as"})
    String confirm(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String book,
            @RequestParam(defaultValue = "") List<String> as, Model model) {
        return preview(dossier, statement, book, as, model);
    }

    @PostMapping("/workbook/{book}/commit")
    String commit(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String book, @RequestParam UUID commandId,
            @RequestParam(defaultValue = "") List<String> as, @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") List<String> overriding, Model model, HttpServletResponse response) {
        var result = commitWorkbook.handle(new CommitWorkbook.Command(
                new CommandId(commandId), current.get(), new StatementId(statement), book, ColumnChoice.of(as), seen, Set.copyOf(overriding)));
        if (result instanceof CommitWorkbook.Result.Taken taken) {
            return "redirect:" + Pages.at(dossier, statement) + "/workbook?taken=" + taken.changed();
        }
        pages.show(model, response, Map.of("commit", pages.orThrown(((CommitWorkbook.Result.Refused) result).why())));
        return preview(dossier, statement, book, as, model);
    }

    @GetMapping("/workbook/{book}/errors.xlsx")
    @KnownParameters({"as"})
    void errors(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String book,
            @RequestParam(defaultValue = "") List<String> as, Locale language,
            HttpServletResponse response) throws IOException {
        var previewed = previewed(statement, book, as);
        send("errors.xlsx", MendingWorkbook.write(
                previewed.sheets(), previewed.preview().allProblems(), new StatementId(statement), previewed.numbers(), words,
                language.getLanguage().equals("en")), response);
    }

    @PostMapping("/workbook/undo")
    String undo(@PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, @RequestParam UUID batch) {
        var result = undoDeed.handle(new UndoDeed.Command(new CommandId(commandId), current.get(), new StatementId(statement), batch));
        if (result instanceof UndoDeed.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        var undone = (UndoDeed.Result.Undone) result;
        return "redirect:" + Pages.at(dossier, statement) + "/workbook?undone=" + undone.changed() + "&left=" + undone.left().size();
    }

    /** The preview if the file has been read, what was wrong with it, or how far the reading is. */
    private String shown(
            UUID dossier, UUID statement, LongWork.Piece<KeepWorkbook.Result> piece, Model model, HttpServletResponse response) {
        if (piece.result() instanceof KeepWorkbook.Result.Kept kept) {
            return "redirect:" + Pages.at(dossier, statement) + "/workbook/" + kept.hash();
        }
        if (piece.result() instanceof KeepWorkbook.Result.Refused refused) {
            pages.show(model, response, Map.of("file", pages.orThrown(refused.why())));
            return page(dossier, statement, model);
        }
        pages.head(dossier, statement, model);
        if (piece.state() == LongWork.State.WAITING || piece.state() == LongWork.State.RUNNING) {
            response.setIntHeader("Refresh", SECONDS_BETWEEN_LOOKS);
        }
        model.addAttribute("piece", piece);
        model.addAttribute("commandId", ids.next());
        return "statement/workbook-reading";
    }

    private String page(UUID dossier, UUID statement, Model model) {
        var head = pages.head(dossier, statement, model);
        model.addAttribute("chapters", criteria.catalogue(head.statement().edition()).orElseThrow().of(Tier.CHAPTER));
        model.addAttribute("imports", statements.deeds(current.get(), new StatementId(statement), 50).stream()
                .filter(deed -> deed.deed() == Deed.IMPORT).toList());
        model.addAttribute("commandId", ids.next());
        return "statement/workbook";
    }

    private String preview(UUID dossier, UUID statement, String book, List<String> as, Model model) {
        pages.head(dossier, statement, model);
        var previewed = previewed(statement, book, as);
        var preview = previewed.preview();
        var shown = ShownPreview.of(previewed, messages, LocaleContextHolder.getLocale());
        model.addAttribute("book", book);
        model.addAttribute("as", ColumnChoice.of(as).stream().map(ColumnChoice::written).toList());
        model.addAttribute("choosable", ColumnChoice.fields());
        model.addAttribute("kinds", Arrays.stream(Kind.values()).map(kind -> Map.entry(kind, shown.count(kind))).toList());
        model.addAttribute("sheets", shown.sheets());
        model.addAttribute("converted", shown.converted());
        model.addAttribute("rows", shown.rows(SHOWN_ROWS));
        model.addAttribute("takeable", preview.of(Kind.NEW).size() + preview.of(Kind.CHANGED).size());
        model.addAttribute("conflicts", preview.of(Kind.CONFLICT).size());
        model.addAttribute("problemCount", preview.allProblems().size());
        model.addAttribute("problems", preview.allProblems().stream().limit(SHOWN_ROWS)
                .map(problem -> Map.entry(problem, pages.said(problem))).toList());
        model.addAttribute("seen", CommitWorkbook.shown(preview));
        model.addAttribute("commandId", ids.next());
        return "statement/workbook-preview";
    }

    private PreviewWorkbook.Result.Previewed previewed(UUID statement, String book, List<String> as) {
        var result = previewWorkbook.of(current.get(), new StatementId(statement), book, ColumnChoice.of(as));
        if (result instanceof PreviewWorkbook.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        return (PreviewWorkbook.Result.Previewed) result;
    }

    private static void send(String name, byte[] content, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(Download.XLSX.contentType());
        response.setHeader("Content-Disposition", ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
