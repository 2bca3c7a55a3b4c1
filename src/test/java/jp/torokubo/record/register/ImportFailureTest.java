// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.record.register.importing.Imports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every step of an import, with every call to the database failing in turn. */
@TorokuboTest
@FreshDatabase
class ImportFailureTest {

    @Autowired UploadPublishedList upload;
    @Autowired DryRunImport dryRuns;
    @Autowired ProposeImport propose;
    @Autowired ConfirmImport confirm;
    @Autowired TurnDownImport turnDown;
    @Autowired Imports imports;
    @Autowired JdbcClient jdbc;
    @TempDir Path folder;

    private Actor first;
    private Actor second;

    @BeforeEach
    void twoOperators() {
        first = Operators.add(jdbc, "一人目");
        second = Operators.add(jdbc, "二人目");
    }

    @Test
    @NthFailureOf(UploadPublishedList.class)
    void anUploadIsKeptOnceOrNotAtAll() throws IOException {
        var command = upload();

        NthFailure.of(() -> upload.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(ProposeImport.class)
    void anImportIsProposedOnceOrNotAtAll() throws IOException {
        var id = read();
        var command = new ProposeImport.Command(first, new CommandId(UUID.randomUUID()), id, hash(id));

        NthFailure.of(() -> propose.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(ConfirmImport.class)
    void anImportIsConfirmedWholeAndOnceOrNotAtAll() throws IOException {
        var id = read();
        var hash = hash(id);
        propose.handle(new ProposeImport.Command(first, new CommandId(UUID.randomUUID()), id, hash));
        var command = new ConfirmImport.Command(second, Operators.PROVEN, new CommandId(UUID.randomUUID()), id, hash);

        NthFailure.of(() -> confirm.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(TurnDownImport.class)
    void anImportIsTurnedDownOnceOrNotAtAll() throws IOException {
        var id = read();
        propose.handle(new ProposeImport.Command(first, new CommandId(UUID.randomUUID()), id, hash(id)));
        var command = new TurnDownImport.Command(second, new CommandId(UUID.randomUUID()), id, "違います。");

        NthFailure.of(() -> turnDown.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    private UUID read() throws IOException {
        return ((UploadPublishedList.Result.Read) upload.handle(upload())).id();
    }

    private String hash(UUID id) {
        var kept = imports.find(id).orElseThrow();
        return dryRuns.of(kept.publication(), kept.file().hash(), kept.reading()).hash();
    }

    private UploadPublishedList.Command upload() throws IOException {
        var file = Files.write(folder.resolve("list.csv"), "サービス名,申請者,登録日\n一,A社,2021-03-12\n".getBytes(UTF_8));
        return new UploadPublishedList.Command(first, new CommandId(UUID.randomUUID()), RegisterName.ISMAP, file, "list.csv", Format.CSV,
                "UTF-8", "一覧", "試験", "2021-09-13");
    }
}
