// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.jobs.LongWork;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.KeepWorkbook;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WorkbookRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A workbook that is handed in: how far its reading is, and the way to stop it. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}")
class WorkbookReadings {

    private static final int SECONDS_BETWEEN_LOOKS = 2;

    private final LongWork longWork;
    private final Duration firstWait;
    private final KeepWorkbook keepWorkbook;
    private final WorkbookFront front;
    private final Pages pages;
    private final CurrentActor current;
    private final Ids ids;

    /** @param firstWait for which an upload waits before it shows how far the reading is */
    WorkbookReadings(
            LongWork longWork, @Value("${torokubo.reading.first-wait:3s}") Duration firstWait, KeepWorkbook keepWorkbook,
            WorkbookFront front, Pages pages, CurrentActor current, Ids ids) {
        this.longWork = longWork;
        this.firstWait = firstWait;
        this.keepWorkbook = keepWorkbook;
        this.front = front;
        this.pages = pages;
        this.current = current;
        this.ids = ids;
    }

    @PostMapping("/workbook")
    String upload(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId,
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response) {
        var received = Uploads.onDisk(file);
        var name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var command = new KeepWorkbook.Command(new CommandId(commandId), current.get(), new StatementId(statement), name, received);
        var reading = longWork.begin(current.get().person().value(), () -> keepWorkbook.handle(command), () -> Uploads.remove(received));
        if (reading.isEmpty()) {
            Uploads.remove(received);
            pages.show(model, response, Map.of("file", new WorkbookRefusal.TooManyWaiting()));
            return front.show(dossier, statement, model);
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

    /** The preview if the file has been read, what was wrong with it, or how far the reading is. */
    private String shown(
            UUID dossier, UUID statement, LongWork.Piece<KeepWorkbook.Result> piece, Model model, HttpServletResponse response) {
        if (piece.result() instanceof KeepWorkbook.Result.Kept kept) {
            return "redirect:" + Pages.at(dossier, statement) + "/workbook/" + kept.hash();
        }
        if (piece.result() instanceof KeepWorkbook.Result.Refused refused) {
            pages.show(model, response, Map.of("file", pages.orThrown(refused.why())));
            return front.show(dossier, statement, model);
        }
        pages.head(dossier, statement, model);
        if (piece.state() == LongWork.State.WAITING || piece.state() == LongWork.State.RUNNING) {
            response.setIntHeader("Refresh", SECONDS_BETWEEN_LOOKS);
        }
        model.addAttribute("piece", piece);
        model.addAttribute("commandId", ids.next());
        return "statement/workbook-reading";
    }
}
