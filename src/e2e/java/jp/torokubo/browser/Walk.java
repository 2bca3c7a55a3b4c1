// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A class of browser tests: one program and one browser for the class, a new visitor for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Walk {

    private static final List<String> QUIET = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync");

    private RunningProgram program;
    private Playwright playwright;
    private Browser browser;
    private BrowserContext visitor;

    @BeforeAll
    void open() throws IOException {
        program = RunningProgram.start(arguments());
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(QUIET));
    }

    @BeforeEach
    void arrive() {
        visitor = newVisitor(new Browser.NewContextOptions());
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @AfterAll
    void close() throws IOException {
        browser.close();
        playwright.close();
        program.close();
    }

    /** What the program is started with, besides a port and a folder of its own. */
    String[] arguments() {
        return new String[0];
    }

    RunningProgram program() {
        return program;
    }

    BrowserContext visitor() {
        return visitor;
    }

    /** Another visitor, who brings nothing with him. */
    BrowserContext newVisitor(Browser.NewContextOptions options) {
        return browser.newContext(options.setBaseURL(program.address()).setLocale("ja-JP").setTimezoneId("Asia/Tokyo"));
    }

    Page visit(String path) {
        var page = visitor.newPage();
        page.navigate(path);
        return page;
    }
}
