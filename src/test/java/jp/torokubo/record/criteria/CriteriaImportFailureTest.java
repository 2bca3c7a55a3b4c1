// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.record.criteria.importing.CriteriaImports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every step of an import of criteria, with every call to the database failing in turn. */
@TorokuboTest
@FreshDatabase
class CriteriaImportFailureTest {

    @Autowired UploadCriteriaWorkbook upload;
    @Autowired DryRunCriteriaImport dryRuns;
    @Autowired ProposeCriteriaImport propose;
    @Autowired ConfirmCriteriaImport confirm;
    @Autowired TurnDownCriteriaImport turnDown;
    @Autowired CriteriaImports imports;
    @Autowired Criteria criteria;
    @Autowired JdbcClient jdbc;
    @TempDir Path folder;

    private Actor first;
    private Actor second;

    /** The editions are read once before: what is held in memory afterwards would make later attempts shorter. */
    @BeforeEach
    void twoOperators() {
        criteria.editions();
        first = Operators.add(jdbc, "一人目");
        second = Operators.add(jdbc, "二人目");
    }

    @Test
    @NthFailureOf(UploadCriteriaWorkbook.class)
    void anUploadIsKeptOnceOrNotAtAll() throws IOException {
        var command = upload("texts");

        NthFailure.of(() -> upload.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(ProposeCriteriaImport.class)
    void anImportIsProposedOnceOrNotAtAll() throws IOException {
        var id = read("texts");
        var command = new ProposeCriteriaImport.Command(first, new CommandId(UUID.randomUUID()), id, hash(id));

        NthFailure.of(() -> propose.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts", "edition", "important"})
    @NthFailureOf(ConfirmCriteriaImport.class)
    void anImportIsConfirmedWholeAndOnceOrNotAtAll(String aim) throws IOException {
        var id = read(aim);
        var hash = hash(id);
        propose.handle(new ProposeCriteriaImport.Command(first, new CommandId(UUID.randomUUID()), id, hash));
        var command = new ConfirmCriteriaImport.Command(second, new CommandId(UUID.randomUUID()), id, hash);

        NthFailure.of(() -> confirm.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(TurnDownCriteriaImport.class)
    void anImportIsTurnedDownOnceOrNotAtAll() throws IOException {
        var id = read("texts");
        propose.handle(new ProposeCriteriaImport.Command(first, new CommandId(UUID.randomUUID()), id, hash(id)));
        var command = new TurnDownCriteriaImport.Command(second, new CommandId(UUID.randomUUID()), id, "違います。");

        NthFailure.of(() -> turnDown.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    private UUID read(String aim) throws IOException {
        return ((UploadCriteriaWorkbook.Result.Read) upload.handle(upload(aim))).id();
    }

    private String hash(UUID id) {
        return dryRuns.of(imports.find(id).orElseThrow()).hash();
    }

    private UploadCriteriaWorkbook.Command upload(String aim) throws IOException {
        var file = WrittenWorkbook.of(folder.resolve("book.xlsx"), List.<String[]>of(
                new String[] {"番号", "管理策"}, new String[] {"9.2.3.1", "例：一。"}, new String[] {"9.2.3.11.PB", "例：十一。"}));
        var form = new UploadCriteriaWorkbook.Form(aim, "2024-07", "2026-xx", "例の版", "", "", "", "", "例の管理基準", "例の出典");
        return new UploadCriteriaWorkbook.Command(first, new CommandId(UUID.randomUUID()), form, file, "book.xlsx", Format.XLSX, "UTF-8");
    }
}
