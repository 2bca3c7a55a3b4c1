// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import jp.torokubo.ground.files.reading.ReadDirectly;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.procedure.statement.*;
import jp.torokubo.procedure.statement.workbook.*;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Tier;
import jp.torokubo.record.criteria.shipped.ShippedCatalogue;

/** Times reading, understanding and validating a whole statement's workbook against walking every part of the same zip with a StAX reader. */
class Importing {

    private static final int ROUNDS = 5;
    private static final int TIMES = 30;
    private static final UUID ID = new UUID(1, 1);
    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();
    private static long kept;

    public static void main(String[] given) throws Exception {
        var shipped = ShippedCatalogue.read(Instant.EPOCH);
        var newest = shipped.get(shipped.size() - 1);
        var catalogue = new Catalogue(newest.edition(), newest.controls(), List.of());
        var numbers = new EditionNumbers(catalogue, List.of());
        var owners = new Owners(List.of());
        var answered = StatementWorkbook.answered(catalogue);
        byte[] book = StatementWorkbook.write(statement(catalogue, true), answered, owners, false);
        if (given.length > 0) {
            book = Files.readAllBytes(Path.of(given[0]));
        }
        var file = Files.write(Files.createTempFile("importing", ".xlsx"), book);
        file.toFile().deleteOnExit();
        var empty = statement(catalogue, false);
        System.out.printf("%d rows, %d kB, heap of %d MB%n", answered.size(), book.length / 1024, Runtime.getRuntime().maxMemory() >> 20);
        for (int i = 0; i < TIMES; i++) {
            kept += walk(file) + read(book, empty, numbers, owners);
        }
        for (int round = 1; round <= ROUNDS; round++) {
            var walked = new long[TIMES];
            var read = new long[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long began = System.nanoTime();
                kept += walk(file);
                long between = System.nanoTime();
                kept += read(book, empty, numbers, owners);
                read[i] = System.nanoTime() - between;
                walked[i] = between - began;
            }
            System.out.printf("round %d: StAX walk %.1f ms, import and validation %.1f ms, ratio %.2f (limit 3)%n",
                    round, median(walked), median(read), median(read) / median(walked));
        }
        System.out.println("(" + kept % 10 + ")");
    }

    /** Every row is new to the statement, so that each passes the whole validator. */
    private static long read(byte[] book, WholeStatement statement, EditionNumbers numbers, Owners owners) {
        var reading = WorkbookReader.read(ReadDirectly.xlsx(book), statement.statement().id(), numbers);
        var preview = WorkbookPreview.of(reading, statement, numbers, owners, (control, version) -> Optional.empty());
        if (preview.rows().size() < 1_163 || !preview.allProblems().isEmpty()) {
            throw new IllegalStateException(preview.rows().size() + " rows, " + preview.allProblems());
        }
        return preview.rows().size();
    }

    private static long walk(Path book) throws IOException, XMLStreamException {
        long seen = 0;
        try (var zip = new ZipFile(book.toFile())) {
            for (var entry : zip.stream().toList()) {
                var xml = FACTORY.createXMLStreamReader(zip.getInputStream(entry));
                while (xml.hasNext()) {
                    int event = xml.next();
                    seen += event == XMLStreamConstants.CHARACTERS ? xml.getText().length()
                            : event == XMLStreamConstants.START_ELEMENT ? xml.getAttributeCount() : 1;
                }
            }
        }
        return seen;
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    private static WholeStatement statement(Catalogue catalogue, boolean answered) {
        Map<String, Answer> answers = new HashMap<>();
        int row = 0;
        for (var control : catalogue.controls()) {
            if (AnswerRules.isAnswered(control) && answered) {
                var out = control.tier() == Tier.DETAIL && !control.suffix().basic() && ++row % 4 == 0;
                var text = "本サービスでは手順書に従い担当者が毎月この管理策（" + control.id() + "）を実施し、責任者が記録を確認して保管しています。"
                        + "例外は承認を得て台帳に残し、四半期ごとに見直します。".repeat(4);
                answers.put(control.id(), new Answer(
                        control.id(), out ? Choice.LEFT_OUT : Choice.ADOPTED,
                        out ? List.of() : List.of(Realisation.throughout(new Wording(text, ""))), out ? Wording.of(text) : Wording.NONE,
                        "", null, RowState.IN_WORK, null, 0));
            }
        }
        return new WholeStatement(
                new Statement(new StatementId(ID), new DossierId(ID), "", catalogue.edition().id(), null, Instant.EPOCH),
                StatementContent.EMPTY, answers, List.of());
    }
}
