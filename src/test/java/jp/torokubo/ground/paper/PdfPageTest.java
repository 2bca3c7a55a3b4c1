// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPageTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final PdfPage pages = new PdfPage(InstantSource.fixed(NOW));

    @Test
    void aPageIsA4TaggedAndKnowsItsLanguageTitleAndTime() throws IOException {
        try (var pdf = made("<p>言明書</p>", "")) {
            var paper = pdf.getPage(0).getMediaBox();

            assertThat(paper.getWidth()).isCloseTo(595f, org.assertj.core.data.Offset.offset(1f));
            assertThat(paper.getHeight()).isCloseTo(842f, org.assertj.core.data.Offset.offset(1f));
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("新旧対照表");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(NOW);
        }
    }

    @Test
    void aWidePageLiesOnItsSide() throws IOException {
        try (var pdf = made("<p>表</p>", " class=\"wide\"")) {
            var paper = pdf.getPage(0).getMediaBox();

            assertThat(paper.getWidth()).isGreaterThan(paper.getHeight());
        }
    }

    /** Copied text must be what was printed: no radicals in place of characters, nothing lost that the face lacks. */
    @Test
    void textCopiedOutIsTheTextThatWasPrinted() throws IOException {
        var words = "言明書 登録簿 利用 富士通 日立 ①（２）㈱ 髙島屋 﨑 𠮷野家 NEC";
        try (var pdf = made("<p>" + words + "</p><p><b>" + words + "</b></p>", "")) {
            assertThat(new PDFTextStripper().getText(pdf).lines().filter(words::equals)).hasSize(2);
        }
    }

    @Test
    void everyFontIsInsideTheFile() throws IOException {
        try (var pdf = made("<p>登録簿 𠮷</p>", "")) {
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).as(name.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void pagesAreNumberedOutOfAll() throws IOException {
        try (var pdf = made("<p>段</p>".repeat(80), "")) {
            var text = new PDFTextStripper().getText(pdf);

            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            assertThat(text).contains("1 / 3").contains("3 / 3");
        }
    }

    @Test
    void aPageCannotDrawInWhatLiesOutsideIt() {
        var page = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><html><head/><body>&x;</body></html>";

        assertThatThrownBy(() -> pages.write(page, new ByteArrayOutputStream())).isInstanceOf(IllegalArgumentException.class);
    }

    private PDDocument made(String body, String attributes) throws IOException {
        var out = new ByteArrayOutputStream();
        pages.write("""
                <html lang="ja"><head><title>新旧対照表</title><meta name="description" content="試し"/><meta name="subject" content="試し"/></head>
                <body%s>%s</body></html>""".formatted(attributes, body), out);
        return Loader.loadPDF(out.toByteArray());
    }
}
