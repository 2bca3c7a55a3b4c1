// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files a reader takes home from the list open in another spreadsheet program, row for row. Needs LibreOffice. */
class TakenHomeTest extends Walk {

    private static final Path OFFICE = Path.of("/usr/bin/soffice");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"Excel,xlsx,", "CSV,csv,", "Excel,xlsx,/en", "CSV,csv,/en"})
    void theFileOfTheListKeepsItsTwentyRowsAndTheirText(String link, String ending, String language) throws Exception {
        assumeThat(OFFICE).as("LibreOffice is not installed").exists();
        var page = visit((language == null ? "" : language) + "/services?asOf=2021-09-13");
        var names = page.locator("main table tbody th").allTextContents();
        var download = page.waitForDownload(() -> page.click(".tb-tools >> text=" + link));
        assertThat(download.suggestedFilename()).endsWith("." + ending);
        var file = folder.resolve("list." + ending);
        download.saveAs(file);

        var opened = opened(file);

        assertThat(Pattern.compile("\\bC21-00[0-9]{2}-2\\b").matcher(opened).results()).hasSize(20);
        assertThat(names).hasSize(20).allMatch(opened::contains);
        assertThat(opened).contains("\"Amazon Web Services, Inc.\"", "2021-03-12", "株式会社エヌ・ティ・ティ・データ");
    }

    /** What LibreOffice has understood, as it writes it itself. */
    private String opened(Path file) throws Exception {
        var command = new ArrayList<>(List.of(
                OFFICE.toString(), "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", Files.createDirectories(folder.resolve("opened")).toString(),
                file.toString()));
        if (file.toString().endsWith(".csv")) {
            command.add(3, "--infilter=CSV:44,34,76,1");
        }
        var office = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
        assertThat(office.waitFor(180, TimeUnit.SECONDS)).isTrue();
        return Files.readString(folder.resolve("opened/list.csv"));
    }
}
