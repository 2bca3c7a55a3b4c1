// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.torokubo.ground.files.UnreadableFile.Why;
import org.jspecify.annotations.Nullable;

/**
 * XML of a stranger, one event after another: UTF-8 only, no DTD, no entity of its own, nothing fetched, not deeper than
 * {@link Limits#XML_DEPTH}.
 */
final class SafeXml {

    private static final XMLInputFactory FACTORY = factory();
    /** Bytes among which a declaration ends. */
    private static final int DECLARATION = 200;

    private final String part;
    private final XMLStreamReader reader;
    private boolean struck;
    private int depth;

    SafeXml(String part, byte[] bytes) {
        this.part = part;
        try {
            this.reader = FACTORY.createXMLStreamReader(characters(part, bytes));
        } catch (XMLStreamException malformed) {
            throw unreadable(malformed);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /**
     * Decoded here and not by the parser, so that no declaration and no mark of another encoding can make the parser see other
     * characters than the checks saw.
     */
    private static Reader characters(String part, byte[] bytes) {
        int from = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF ? 3 : 0;
        if (bytes.length - from < 1 || bytes[from] != '<' || bytes.length - from > 1 && bytes[from + 1] == 0) {
            throw new Unreadable(Why.XML_ENCODING, Map.of("part", part));
        }
        refuseOtherEncoding(part, new String(bytes, from, Math.min(DECLARATION, bytes.length - from), ISO_8859_1));
        var strict = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(new ByteArrayInputStream(bytes, from, bytes.length - from), strict);
    }

    private static void refuseOtherEncoding(String part, String head) {
        if (!head.startsWith("<?xml")) {
            return;
        }
        String declaration = head.substring(0, Math.max(5, head.indexOf("?>")));
        int at = declaration.indexOf("encoding");
        if (at >= 0 && !declaration.substring(at).matches("(?is)encoding\\s*=\\s*[\"'](utf-8|us-ascii)[\"'].*")) {
            throw new Unreadable(Why.XML_ENCODING, Map.of("part", part));
        }
    }

    private Unreadable unreadable(XMLStreamException malformed) {
        boolean notUtf8 = malformed.getNestedException() instanceof CharacterCodingException;
        return new Unreadable(notUtf8 ? Why.XML_ENCODING : Why.XML_MALFORMED, Map.of("part", part));
    }

    /** The next start or end of an element, or text; 8 at the end of the document. */
    int next() {
        try {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                        throw new Unreadable(Why.XML_DTD, Map.of("part", part));
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > Limits.XML_DEPTH) {
                        throw new Unreadable(Why.XML_TOO_DEEP, Map.of("part", part, "limit", Limits.XML_DEPTH));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> { }
            }
            return event;
        } catch (XMLStreamException malformed) {
            throw unreadable(malformed);
        }
    }

    /** Moves to the start of the next element of any name; false at the end of the document. */
    boolean nextElement() {
        int event;
        do {
            event = next();
        } while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT);
        return event == XMLStreamConstants.START_ELEMENT;
    }

    boolean is(String localName) {
        return reader.getLocalName().equals(localName);
    }

    String text() {
        return reader.getText();
    }

    @Nullable String attribute(String localName) {
        for (int n = 0; n < reader.getAttributeCount(); n++) {
            if (reader.getAttributeLocalName(n).equals(localName)) {
                return reader.getAttributeValue(n);
            }
        }
        return null;
    }

    /** An attribute of the relationships namespace, such as {@code r:id}. */
    @Nullable String relationId() {
        for (int n = 0; n < reader.getAttributeCount(); n++) {
            String namespace = reader.getAttributeNamespace(n);
            if (reader.getAttributeLocalName(n).equals("id") && namespace != null && namespace.endsWith("/relationships")) {
                return reader.getAttributeValue(n);
            }
        }
        return null;
    }

    boolean isTrue(String localName) {
        String value = attribute(localName);
        return "1".equals(value) || "true".equals(value);
    }

    /** Passes over the element that has just begun, with all that is in it. */
    void skip() {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    /** Whether some of the string item read last is struck through. */
    boolean wasStruck() {
        return struck;
    }

    /** Whether the property that has just begun is set: it is, unless it says otherwise. */
    boolean isOn() {
        String value = attribute("val");
        return value == null || !value.equals("0") && !value.equals("false");
    }

    /**
     * The text of a string item ({@code si}, {@code is}): its runs in order, without the furigana that Excel stores beside
     * Japanese words, which would otherwise read as part of the name.
     */
    String stringItem() {
        var text = new StringBuilder();
        struck = false;
        int outside = depth - 1;
        boolean inText = false;
        while (depth > outside) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (is("rPh") || is("phoneticPr")) {
                    skip();
                } else {
                    inText = is("t");
                    struck |= is("strike") && isOn();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
            } else if (inText) {
                text.append(text());
            }
        }
        return unescaped(text.toString());
    }

    /** The plain text inside the element that has just begun. */
    String content() {
        var text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside) {
            if (next() == XMLStreamConstants.CHARACTERS) {
                text.append(text());
            }
        }
        return text.toString();
    }

    /** Excel writes a character that XML cannot hold as _x000D_. */
    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return java.util.regex.Pattern.compile("_x([0-9A-Fa-f]{4})_").matcher(text).replaceAll(match -> {
            int character = Integer.parseInt(match.group(1), 16);
            boolean half = character >= 0xD800 && character <= 0xDFFF;
            return java.util.regex.Matcher.quoteReplacement(half ? match.group() : String.valueOf((char) character));
        });
    }
}
