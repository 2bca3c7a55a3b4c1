// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A page of XHTML as a PDF on A4: tagged, with its language and title, numbered pages, and its letters inside.
 *
 * <p>BIZ UDPGothic is the face; what it lacks (𠮷) comes from Noto Sans JP. Not Noto alone: text copied out of such a
 * PDF turns common characters into radicals, which no search finds. Nothing is fetched: a page refers to nothing outside itself.
 *
 * <p>The page needs {@code lang} on {@code html}, a {@code title}, and in place of a style sheet of its own {@code class="wide"} on
 * {@code body} for landscape. The rules of paper stand in {@code paper/paper.css}.
 */
@Component
public class PdfPage {

    private static final String FACE = "BIZ UDPGothic";
    private static final String WHAT_IT_LACKS = "Noto Sans JP";

    /** The renderer measures every page by the first, so a named page would be as narrow as one that stands upright. */
    private static final String WIDE = "@page { size: A4 landscape; margin: 12mm 12mm 14mm; }";

    private static final Logger LOG = LoggerFactory.getLogger(PdfPage.class);

    static {
        // the renderer tells standard error about every font; what it has to say goes to the log of the program
        XRLog.setLoggingEnabled(false);
    }

    private final InstantSource clock;
    private final String rules;

    PdfPage(InstantSource clock) {
        this.clock = clock;
        this.rules = text("/paper/paper.css");
    }

    /**
     * @param xhtml well-formed, without a document type
     * @throws IllegalArgumentException where the page is not well-formed
     */
    public void write(String xhtml, OutputStream out) throws IOException {
        var page = parsed(xhtml);
        style(page);
        var builder = new PdfRendererBuilder();
        builder.useFont(font("BIZUDPGothic_400Regular"), FACE, 400, FontStyle.NORMAL, true);
        builder.useFont(font("BIZUDPGothic_700Bold"), FACE, 700, FontStyle.NORMAL, true);
        builder.useFont(font("NotoSansJP_400Regular"), WHAT_IT_LACKS, 400, FontStyle.NORMAL, true);
        builder.useFont(font("NotoSansJP_400Regular"), WHAT_IT_LACKS, 700, FontStyle.NORMAL, true);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUriResolver((base, address) -> address.startsWith("#") ? address : null);
        builder.withProducer("Torokubo");
        builder.withDiagnosticConsumer(said -> {
            if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
                LOG.debug("{}", said.getFormattedMessage());
            }
        });
        builder.withW3cDocument(page, null);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (var pdf = renderer.getPdfDocument()) {
                var made = new GregorianCalendar(java.util.TimeZone.getTimeZone(Cells.TOKYO));
                made.setTimeInMillis(clock.millis());
                pdf.getDocumentInformation().setCreationDate(made);
                pdf.save(out);
            }
        }
        out.flush();
    }

    private void style(Document page) {
        var head = page.getElementsByTagName("head").item(0);
        if (head == null) {
            throw new IllegalArgumentException("the page has no head");
        }
        var style = page.createElement("style");
        style.setAttribute("type", "text/css");
        var body = (Element) page.getElementsByTagName("body").item(0);
        boolean wide = body != null && body.getAttribute("class").matches("(^|.* )wide( .*|$)");
        style.setTextContent(wide ? rules + WIDE : rules);
        head.insertBefore(style, head.getFirstChild());
    }

    private static Document parsed(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var reading = factory.newDocumentBuilder();
            reading.setErrorHandler(new DefaultHandler());
            return reading.parse(new InputSource(new StringReader(xhtml.strip())));
        } catch (SAXException malformed) {
            throw new IllegalArgumentException("the page is not well-formed: " + malformed.getMessage(), malformed);
        } catch (ParserConfigurationException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> resource("/fonts/" + name + ".ttf");
    }

    private static String text(String name) {
        try (var stream = resource(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream resource(String name) {
        var stream = PdfPage.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("missing from the jar: " + name);
        }
        return stream;
    }
}
