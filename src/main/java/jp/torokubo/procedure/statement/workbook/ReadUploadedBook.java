// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.files.TableReading.Unseen;
import org.springframework.stereotype.Component;

/** Has the child process read a workbook that was uploaded; nothing of it is left on disk. */
@Component
public class ReadUploadedBook {

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
                return tables.read(file, Format.XLSX, "UTF-8", Unseen.MARKED);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
