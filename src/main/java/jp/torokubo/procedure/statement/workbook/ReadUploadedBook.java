// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Set;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.files.TableReading.Unseen;
import jp.torokubo.ground.files.UnreadableFile;
import jp.torokubo.ground.files.UnreadableFile.Why;
import jp.torokubo.procedure.statement.WorkbookRefusal;
import org.springframework.stereotype.Component;

/** Has the child process read a workbook that was uploaded; nothing of it is left on disk. */
@Component
public class ReadUploadedBook {

    private static final Set<Why> OTHER_FORMATS = EnumSet.of(
            Why.WORD, Why.PDF, Why.HTML, Why.NOT_XLSX, Why.IS_XLSX, Why.BINARY, Why.ENCODING_OTHER, Why.ENCODING_UTF16,
            Why.ENCODING_MALFORMED, Why.CSV_MALFORMED);

    private final TableReading tables;

    ReadUploadedBook(TableReading tables) {
        this.tables = tables;
    }

    /** @param content of the file as it was uploaded */
    public TableReading.Result read(byte[] content) {
        try {
            var file = Files.createTempFile("torokubo-book-", ".xlsx");
            try {
                Files.write(file, content);
                var result = tables.read(file, Format.XLSX, "UTF-8", Unseen.MARKED);
                // here nothing but a workbook is read, so the words that offer other formats would mislead
                return result instanceof TableReading.Result.Refused refused && refused.why() instanceof UnreadableFile unreadable
                        && OTHER_FORMATS.contains(unreadable.why()) ? new TableReading.Result.Refused(new WorkbookRefusal.NotAWorkbook()) : result;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
