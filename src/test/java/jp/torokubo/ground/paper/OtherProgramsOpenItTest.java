// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import static jp.torokubo.ground.paper.Tables.service;
import static jp.torokubo.ground.paper.Tables.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spreadsheet program that is not ours opens our files and sees the same table. Needs LibreOffice; takes seconds. */
@Tag("crash")
class OtherProgramsOpenItTest {

    private static final Path OFFICE = Path.of("/usr/bin/soffice");

    private static final Table TABLE = services(List.of(
            service("C21-0002-2", "富士通, \"FJcloud\"\n二行目"), service(null, "=1+1"), service("0012", "𠮷野家 髙")));

    @TempDir
    Path folder;

    @Test
    void aWorkbookOpensWithDatesIdsAndNoFormula() throws Exception {
        var csv = converted(write(Download.XLSX), "csv");

        assertThat(csv).contains("2021-03-12", "=1+1", "0012", "𠮷野家 髙", "C21-0002-2");
    }

    @Test
    void aCsvFileOpensAsUtf8AndNothingIsCalculated() throws Exception {
        var csv = converted(write(Download.CSV), "csv");

        assertThat(csv).contains("登録番号", "'=1+1", "𠮷野家 髙", "富士通, \"\"FJcloud\"\"\n二行目");
    }

    private Path write(Download form) throws IOException {
        var file = folder.resolve("table." + form.ending());
        try (var out = Files.newOutputStream(file)) {
            form.write(TABLE, Locale.JAPANESE, out);
        }
        return file;
    }

    private String converted(Path file, String form) throws Exception {
        assumeThat(OFFICE).as("LibreOffice is not installed").exists();
        var out = Files.createDirectories(folder.resolve("out"));
        var office = new ProcessBuilder(
                OFFICE.toString(), "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless",
                "--infilter=CSV:44,34,76,1", "--convert-to", form + ":Text - txt - csv (StarCalc):44,34,76",
                "--outdir", out.toString(), file.toString());
        if (!file.toString().endsWith(".csv")) {
            office.command().removeIf(argument -> argument.startsWith("--infilter"));
        }
        var running = office.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
        assertThat(running.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out.resolve("table." + form));
    }
}
