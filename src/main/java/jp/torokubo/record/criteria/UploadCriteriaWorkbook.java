// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.files.StoredFiles;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.files.TableReading.Unseen;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.jobs.FailedJobs;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.record.criteria.importing.Aim;
import jp.torokubo.record.criteria.importing.CriteriaImports;
import jp.torokubo.record.criteria.importing.CriteriaWorkbookReader;
import jp.torokubo.record.criteria.importing.Hashes;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport;
import jp.torokubo.record.criteria.importing.KnownIds;
import jp.torokubo.record.criteria.importing.ListWorkbookReader;
import jp.torokubo.record.criteria.importing.Publication;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a workbook of criteria, or a list that names controls, and keeps the reading for the dry run.
 *
 * <p>A file in which nothing can be found is not kept; why stands on the page of failed jobs.
 */
@Service
@Writes
public class UploadCriteriaWorkbook {

    private static final int LONGEST_TEXT = 500;
    private static final String EDITION_NAME = "[0-9]{4}-([0-9]{2}|xx)(-[0-9]{2})?";

    /**
     * What was typed into the form, as it was typed.
     *
     * @param aim texts, edition, or the code of a list
     * @param edition the one the workbook speaks of, for texts and lists
     * @param newEdition the name of a new one
     * @param standsFrom day, month, year, or nothing where it is not known
     */
    public record Form(
            String aim, String edition, String newEdition, String titleJa, String titleEn, String standsFrom, String validFrom,
            String validUntil, String title, String address) {}

    /** @param file null where none was sent; whoever calls removes it afterwards */
    public record Command(
            Actor actor, CommandId id, Form form, @Nullable Path file, String fileName, Format format, String encoding) {}

    public sealed interface Result {
        record Read(UUID id) implements Result {}

        /** What was typed is not possible. By the name of the field. */
        record Impossible(Map<String, Refusal> fields) implements Result {}

        /** The file is not read. */
        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Answer(UUID id) {}

    private final TableReading reading;
    private final StoredFiles files;
    private final Criteria criteria;
    private final CriteriaImports imports;
    private final FailedJobs failedJobs;
    private final RefusalWords words;
    private final Trail trail;
    private final Once once;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    UploadCriteriaWorkbook(
            TableReading reading, StoredFiles files, Criteria criteria, CriteriaImports imports, FailedJobs failedJobs, RefusalWords words,
            Trail trail, Once once, Ids ids, InstantSource clock, TransactionTemplate transaction) {
        this.reading = reading;
        this.files = files;
        this.criteria = criteria;
        this.imports = imports;
        this.failedJobs = failedJobs;
        this.words = words;
        this.trail = trail;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        Map<String, Refusal> impossible = new HashMap<>();
        var publication = new Publication(
                needed("title", command.form().title(), impossible), needed("address", command.form().address(), impossible));
        var aim = aim(command.form(), impossible);
        if (command.file() == null) {
            impossible.put("file", new CriteriaImportRefusal.FileMissing());
        }
        if (!impossible.isEmpty() || command.file() == null || aim == null) {
            return new Result.Impossible(impossible);
        }
        // outside of any transaction: a stranger's file may take its time
        var table = reading.read(command.file(), command.format(), command.encoding(), Unseen.MARKED);
        if (table instanceof TableReading.Result.Refused refused) {
            return refused(command, refused.why());
        }
        var read = read(aim, ((TableReading.Result.Read) table).sheets());
        if (read.isEmpty() && read.problems().isEmpty()) {
            return refused(command, new CriteriaImportRefusal.NoControls());
        }
        return keep(command, command.file(), aim, publication, read);
    }

    private ReadingOfWorkbook read(Aim aim, List<TableReading.Sheet> sheets) {
        var known = aim.kind() == Aim.Kind.EDITION ? KnownIds.none() : KnownIds.of(
                criteria.catalogue(aim.edition()).orElseThrow().controls().stream().map(Control::id).toList());
        return aim.list() == null ? CriteriaWorkbookReader.read(sheets, known) : ListWorkbookReader.read(sheets, aim.list(), known);
    }

    private @Nullable Aim aim(Form form, Map<String, Refusal> impossible) {
        if (form.aim().equals(Aim.Kind.EDITION.code())) {
            return newEdition(form, impossible);
        }
        if (criteria.edition(form.edition()).isEmpty()) {
            impossible.put("edition", new CriteriaRefusal.EditionUnknown(
                    form.edition(), String.join("、", criteria.editions().stream().map(CriteriaEdition::id).toList())));
            return null;
        }
        if (form.aim().equals(Aim.Kind.TEXTS.code())) {
            return Aim.texts(form.edition());
        }
        var kind = ListKind.of(form.aim());
        if (kind.isEmpty()) {
            impossible.put("aim", new CriteriaImportRefusal.AimUnknown(form.aim()));
            return null;
        }
        LocalDate from = day("validFrom", form.validFrom(), impossible);
        LocalDate until = day("validUntil", form.validUntil(), impossible);
        if (from != null && until != null && until.isBefore(from)) {
            impossible.put("validUntil", new CriteriaImportRefusal.ValidityReversed(from, until));
        }
        return Aim.list(kind.get(), form.edition(), from, until);
    }

    private Aim newEdition(Form form, Map<String, Refusal> impossible) {
        String name = CleanText.clean(form.newEdition());
        if (!name.matches(EDITION_NAME)) {
            impossible.put("newEdition", new CriteriaImportRefusal.EditionNameMalformed(name));
        } else if (criteria.edition(name).isPresent()) {
            impossible.put("newEdition", new CriteriaImportRefusal.EditionThere(name));
        }
        String titleEn = CleanText.clean(form.titleEn());
        return Aim.edition(name, needed("titleJa", form.titleJa(), impossible), titleEn.isEmpty() ? null : titleEn, standsFrom(form, impossible));
    }

    private static @Nullable String standsFrom(Form form, Map<String, Refusal> impossible) {
        String text = CleanText.clean(form.standsFrom());
        if (text.isEmpty() || text.equals("未定") || text.equals("不明")) {
            return null;
        }
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        try {
            if (plain.matches("[0-9]{4}") || plain.matches("[0-9]{4}-[0-9]{2}") && YearMonth.parse(plain) != null) {
                return plain;
            }
        } catch (DateTimeException noSuchMonth) {
            impossible.put("standsFrom", new CriteriaImportRefusal.StandsFromMalformed(text));
            return null;
        }
        var day = CivilDay.read(text).found();
        if (day.isEmpty()) {
            impossible.put("standsFrom", new CriteriaImportRefusal.StandsFromMalformed(text));
        }
        return day.map(LocalDate::toString).orElse(null);
    }

    private static @Nullable LocalDate day(String field, String typed, Map<String, Refusal> impossible) {
        String text = CleanText.clean(typed);
        if (text.isEmpty() || text.equals("未定") || text.equals("不明")) {
            return null;
        }
        var read = CivilDay.read(text);
        if (read instanceof CivilDay.Reading.Refused refused) {
            impossible.put(field, refused.why());
        }
        return read.found().orElse(null);
    }

    private static String needed(String field, String typed, Map<String, Refusal> impossible) {
        String text = CleanText.clean(typed);
        if (text.isEmpty()) {
            impossible.put(field, CriteriaImportRefusal.FieldMissing.of(field));
        } else if (text.length() > LONGEST_TEXT) {
            impossible.put(field, new CriteriaImportRefusal.FieldTooLong(text.length(), LONGEST_TEXT));
        }
        return text;
    }

    private Result keep(Command command, Path file, Aim aim, Publication publication, ReadingOfWorkbook read) {
        var request = Hashes.of("criteria-upload", command.actor().person().value().toString(), command.form().toString(), command.fileName(),
                command.format().name(), command.encoding());
        return transaction.execute(status -> {
            var answer = once.run(command.id(), request, Answer.class, () -> {
                var id = ids.next();
                var stored = new KeptCriteriaImport.File(fileName(command), files.keep(file), command.format(), command.encoding());
                imports.add(new KeptCriteriaImport(id, aim, publication, stored, read, KeptCriteriaImport.State.READ,
                        new KeptCriteriaImport.Uploaded(command.actor().person(), command.actor().name(), clock.instant()), null, null));
                trail.write(command.actor(), "criteria.import-read", id.toString(), Map.of(), Map.of("file", stored.name(), "hash", stored.hash(),
                        "aim", aim.code(), "edition", aim.edition(), "controls", read.controls().size() + read.named().size(),
                        "problems", read.problems().size()));
                return new Answer(id);
            });
            return new Result.Read(answer.id());
        });
    }

    private Result refused(Command command, Refusal why) {
        var said = words.of(why);
        transaction.executeWithoutResult(status -> {
            failedJobs.record("criteria.import-reading", fileName(command), said.japanese() + " / " + said.english());
            trail.write(command.actor(), "criteria.import-refused", fileName(command), Map.of(), Map.of("code", why.code()));
        });
        return new Result.Refused(why);
    }

    /** The last part of what a browser gave as name, clean and not too long. */
    private static String fileName(Command command) {
        var parts = new ArrayList<>(List.of(command.fileName().split("[/\\\\]")));
        var name = CleanText.clean(parts.isEmpty() ? "" : parts.get(parts.size() - 1)).replace('\n', ' ');
        return name.isEmpty() ? "?" : name.length() <= 120 ? name : name.substring(0, 120) + "…";
    }
}
