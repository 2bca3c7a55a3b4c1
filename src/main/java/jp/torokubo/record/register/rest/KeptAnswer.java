// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One answer, ready to be sent: plain and compressed, each with the tag that names its bytes. */
final class KeptAnswer {

    private static final int NOT_WORTH_COMPRESSING = 512;

    private final byte[] plain;
    private final byte @Nullable [] compressed;
    private final String plainTag;
    private final String compressedTag;
    private final String contentType;
    private final @Nullable String link;

    private KeptAnswer(byte[] plain, byte @Nullable [] compressed, String tag, String contentType, @Nullable String link) {
        this.plain = plain;
        this.compressed = compressed;
        this.plainTag = '"' + tag + '"';
        this.compressedTag = '"' + tag + "-gz\"";
        this.contentType = contentType;
        this.link = link;
    }

    static KeptAnswer of(byte[] body, String contentType, @Nullable String link) {
        return new KeptAnswer(body, body.length < NOT_WORTH_COMPRESSING ? null : compressed(body), tag(body), contentType, link);
    }

    int weight() {
        return plain.length + (compressed == null ? 0 : compressed.length);
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var squeezed = compressed != null && accepts(request.getHeader("Accept-Encoding"));
        response.setHeader("ETag", squeezed ? compressedTag : plainTag);
        response.setHeader("Cache-Control", "public, no-cache");
        response.setHeader("Vary", "Accept, Accept-Encoding");
        if (link != null) {
            response.setHeader("Link", link);
        }
        if (isKnown(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var body = squeezed && compressed != null ? compressed : plain;
        response.setContentType(contentType);
        if (squeezed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private boolean isKnown(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && (ifNoneMatch.contains(plainTag) || ifNoneMatch.contains(compressedTag) || ifNoneMatch.strip().equals("*"));
    }

    private static boolean accepts(@Nullable String encodings) {
        if (encodings == null) {
            return false;
        }
        var at = encodings.indexOf("gzip");
        return at >= 0 && !encodings.substring(at + 4).strip().matches(";\\s*q=0(\\.0*)?\\s*(,.*)?");
    }

    private static byte[] compressed(byte[] body) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String tag(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
