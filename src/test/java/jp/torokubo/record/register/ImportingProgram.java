// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.torokubo.Torokubo;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.record.ledger.Ledger;
import jp.torokubo.record.register.importing.Imports;
import jp.torokubo.record.register.importing.KeptImport;
import jp.torokubo.record.register.importing.KnownEntries;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole program, importing one list after another until it is killed. It says which imports are confirmed, and on its start what it
 * finds of those before.
 */
final class ImportingProgram {

    private static final LocalDate FIRST_LAST_DAY = LocalDate.of(2022, 7, 31);

    private final UploadPublishedList upload;
    private final DryRunImport dryRuns;
    private final ProposeImport propose;
    private final ConfirmImport confirm;
    private final Imports imports;
    private final KnownEntries entries;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Path folder;

    private ImportingProgram(ApplicationContext context, Path folder) {
        this.upload = context.getBean(UploadPublishedList.class);
        this.dryRuns = context.getBean(DryRunImport.class);
        this.propose = context.getBean(ProposeImport.class);
        this.confirm = context.getBean(ConfirmImport.class);
        this.imports = context.getBean(Imports.class);
        this.entries = context.getBean(KnownEntries.class);
        this.ledger = context.getBean(Ledger.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var application = new SpringApplication(Torokubo.class);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("testsLeftOut", new TestsLeftOut()));
        var context = application.run("--torokubo.data-dir=" + folder, "--server.port=0");
        var program = new ImportingProgram(context, folder);
        program.sayWhatIsThere();
        if (arguments.length > 1) {
            context.close();
            return;
        }
        program.importOneAfterAnother();
    }

    private void sayWhatIsThere() {
        ledger.faults(RegisterName.ISMAP.log()).forEach(fault -> say("FAULT " + fault));
        entries.all(RegisterName.ISMAP).stream().map(Recorded::event)
                .filter(RegisterEvent.PublicationLoaded.class::isInstance)
                .map(event -> ((RegisterEvent.PublicationLoaded) event).title())
                .forEach(title -> say("THERE " + title));
        imports.newest(10_000).stream().filter(kept -> kept.state() == KeptImport.State.CONFIRMED)
                .forEach(kept -> say("KEPT " + kept.title()));
        var read = jdbc.sql("select count(*) from register.event where type = 'renewed'").query(Long.class).single();
        say("RENEWED " + read);
        say("WHOLE");
    }

    private void importOneAfterAnother() throws IOException {
        var operators = operators();
        for (int number = next(); ; number++) {
            importOne(number, operators.get(0), operators.get(1));
            say("CONFIRMED " + number);
        }
    }

    /** Every step under an id that follows from the import's number: what was cut off is done again as the same command. */
    private void importOne(int number, Actor first, Actor second) throws IOException {
        var file = Files.write(folder.resolve("list.csv"), ("登録番号,サービス名,申請者,登録日,有効期限\nC21-0001-2,一,A社,2021-03-12,"
                + FIRST_LAST_DAY.plusDays(number) + "\n").getBytes(UTF_8));
        var uploaded = (UploadPublishedList.Result.Read) upload.handle(new UploadPublishedList.Command(first, id("upload", number),
                RegisterName.ISMAP, file, "list.csv", Format.CSV, "UTF-8", "一覧 " + number, "試験", "2021-09-13"));
        var kept = imports.find(uploaded.id()).orElseThrow();
        var hash = kept.proposed() != null
                ? kept.proposed().hash() : dryRuns.of(kept.publication(), kept.file().hash(), kept.reading()).hash();
        done(propose.handle(new ProposeImport.Command(first, id("propose", number), kept.id(), hash)));
        done(confirm.handle(new ConfirmImport.Command(second, Operators.PROVEN, id("confirm", number), kept.id(), hash)));
    }

    /** The first that is not known to be confirmed; it may have been, so nothing is skipped and nothing is done twice. */
    private int next() {
        var confirmed = imports.newest(10_000).stream().filter(kept -> kept.state() == KeptImport.State.CONFIRMED)
                .filter(kept -> kept.title().startsWith("一覧 ")).count();
        // one back: its acknowledgement may have been lost
        return (int) Math.max(0, confirmed - 1);
    }

    private List<Actor> operators() {
        return List.of(operator("A"), operator("B"));
    }

    private Actor operator(String name) {
        return jdbc.sql("select id from identity.person where name = :name").param("name", name).query(UUID.class).optional()
                .map(id -> new Actor(new PersonId(id), name, Caller.OPERATOR))
                .orElseGet(() -> Operators.add(jdbc, name));
    }

    private static void done(Object result) {
        if (result.getClass().getSimpleName().equals("Refused")) {
            say("REFUSED " + result);
            throw new IllegalStateException(result.toString());
        }
    }

    private static CommandId id(String step, int number) {
        return new CommandId(UUID.nameUUIDFromBytes((step + number).getBytes(UTF_8)));
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /** The program of the tests is started without its tests. */
    private static final class TestsLeftOut extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().toString().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TestsLeftOut;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
