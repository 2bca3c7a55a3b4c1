// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Colleague;
import jp.torokubo.procedure.statement.ReadRows;
import jp.torokubo.procedure.statement.RowRefusal;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.procedure.statement.comparing.LastYear;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.DatedList;
import jp.torokubo.record.criteria.ListKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of rows have in common: how one comes to the statement and the row, and how one is told what is wrong. */
@Component
class Opened {

    /** Notes and file names have 9-2-3-11 where the criteria have 9.2.3.11. */
    private static final Pattern DASHES = Pattern.compile("[-\u2010-\u2015\u2212\uff0d\u30fc\uff70]");

    private final ReadRows rows;
    private final CurrentActor current;
    private final Ids ids;
    private final RefusalWords words;
    private final LastYear lastYear;
    private final InstantSource clock;

    Opened(ReadRows rows, CurrentActor current, Ids ids, RefusalWords words, LastYear lastYear, InstantSource clock) {
        this.rows = rows;
        this.current = current;
        this.ids = ids;
        this.words = words;
        this.lastYear = lastYear;
        this.clock = clock;
    }

    Actor actor() {
        return current.get();
    }

    ReadRows.All all(UUID dossier, UUID statement) {
        return rows.all(current.get(), new DossierId(dossier), new StatementId(statement))
                .orElseThrow(() -> new Refused(new StatementRefusal.StatementUnknown()));
    }

    ReadRows.One one(UUID dossier, UUID statement, String control) {
        return rows.one(current.get(), new DossierId(dossier), new StatementId(statement), control)
                .orElseThrow(() -> new Refused(new StatementRefusal.StatementUnknown()));
    }

    ReadRows.Shelf evidence(UUID dossier, UUID statement) {
        return rows.evidence(current.get(), new DossierId(dossier), new StatementId(statement))
                .orElseThrow(() -> new Refused(new StatementRefusal.StatementUnknown()));
    }

    Catalogue catalogue(UUID dossier, UUID statement) {
        return rows.catalogue(current.get(), new DossierId(dossier), new StatementId(statement))
                .orElseThrow(() -> new Refused(new StatementRefusal.StatementUnknown()));
    }

    /** @throws Refused where the number is passed over or unknown, or stands for a heading only */
    Control control(Catalogue catalogue, String typed) {
        var number = DASHES.matcher(typed).replaceAll(".");
        var hole = catalogue.hole(number);
        if (hole.isPresent()) {
            throw new Refused(new RowRefusal.RowPassedOver(hole.get().number()));
        }
        return catalogue.called(number).filter(AnswerRules::isAnswered)
                .orElseThrow(() -> new Refused(new RowRefusal.RowNotThere(shortened(typed))));
    }

    Narrowing narrowing(ReadRows.Around around, Map<String, Answer> answers) {
        return new Narrowing(
                around.catalogue(), answers, around.colleagues(), current.get().person(), important(around.catalogue()),
                () -> lastYear.of(current.get(), around.statement()));
    }

    /** Ids of what the list of important controls of today names; empty where none is loaded. */
    Set<String> important(Catalogue catalogue) {
        return catalogue.list(ListKind.IMPORTANT, TokyoDay.today(clock)).stream().flatMap(list -> list.entries().stream())
                .map(DatedList.Entry::control).collect(Collectors.toSet());
    }

    void common(Model model, ReadRows.Around around) {
        var statement = around.statement();
        model.addAttribute("around", around);
        model.addAttribute("important", important(around.catalogue()));
        model.addAttribute("statement", statement);
        model.addAttribute("above", "/desk/dossiers/" + statement.dossier().value() + "/statements/" + statement.id().value());
        model.addAttribute("here", at(statement.dossier().value(), statement.id().value()));
        model.addAttribute("mayNotWrite", around.mayNotWrite() == null ? null : said(around.mayNotWrite()));
        model.addAttribute("english", LocaleContextHolder.getLocale().getLanguage().equals("en"));
        model.addAttribute("commandId", ids.next());
    }

    UUID next() {
        return ids.next();
    }

    String said(Refusal why) {
        return words.of(why).in(LocaleContextHolder.getLocale());
    }

    int status(Refusal why) {
        return words.of(why).status();
    }

    /** What is not there is a page of its own; everything else is said at the form. */
    Refusal orThrown(Refusal why) {
        if (status(why) == 404) {
            throw new Refused(why);
        }
        return why;
    }

    void show(Model model, HttpServletResponse response, String field, Refusal why) {
        response.setStatus(status(why));
        var said = new LinkedHashMap<String, String>();
        said.put(field, said(why));
        model.addAttribute("wrong", said.entrySet());
        model.addAttribute("wrongAt", said);
    }

    /** The login by which a row names its owner. @param person as a form has it. @throws Refused where he is nobody of the dossier */
    static String login(List<Colleague> colleagues, String person) {
        return person.isEmpty() ? "" : colleagues.stream().filter(one -> one.id().value().toString().equals(person)).findFirst()
                .map(Colleague::login).orElseThrow(() -> new NotRead(new StatementRefusal.OwnerUnknown(shortened(person))));
    }

    static @Nullable LocalDate day(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        var read = CivilDay.read(typed);
        if (read instanceof CivilDay.Reading.Refused refused) {
            throw new NotRead(refused.why());
        }
        return ((CivilDay.Reading.Read) read).day().day();
    }

    static String shortened(String given) {
        return given.codePointCount(0, given.length()) > 40 ? given.substring(0, given.offsetByCodePoints(0, 40)) + "…" : given;
    }

    static String at(UUID dossier, UUID statement) {
        return "/desk/dossiers/" + dossier + "/statements/" + statement + "/controls";
    }

    /** Something typed that cannot be read. */
    static final class NotRead extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refusal why;

        NotRead(Refusal why) {
            super(why.code(), null, false, false);
            this.why = why;
        }

        Refusal why() {
            return why;
        }
    }
}
