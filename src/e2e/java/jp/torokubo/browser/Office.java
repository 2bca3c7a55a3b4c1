// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;

/** A spreadsheet program: what it opens and saves is a file of its own making. */
final class Office {

    static final Path PROGRAM = Path.of("/usr/bin/soffice");

    private final Path folder;

    Office(Path folder) {
        this.folder = folder;
    }

    /** The rows as LibreOffice saves them. */
    byte[] saved(String name, List<List<String>> rows) throws IOException, InterruptedException {
        var made = Files.write(folder.resolve(name + ".xlsx"), made(rows));
        var out = Files.createDirectories(folder.resolve("saved"));
        var office = new ProcessBuilder(
                        PROGRAM.toString(), "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML", "--outdir", out.toString(), made.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
        assertThat(office.waitFor(180, TimeUnit.SECONDS)).isTrue();
        return Files.readAllBytes(out.resolve(name + ".xlsx"));
    }

    private static byte[] made(List<List<String>> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "made", null)) {
            var sheet = workbook.newWorksheet("回答");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                    sheet.style(row, column).format("@").set();
                }
            }
        }
        return bytes.toByteArray();
    }
}
