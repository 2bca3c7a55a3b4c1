// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What a file is handed out as: one of a short list, by what is in it and not by what its sender says. Nothing on the list is anything a
 * browser would carry out.
 */
final class MediaTypes {

    static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> TEXTS = Map.of("txt", "text/plain", "csv", "text/csv", "md", "text/plain", "log", "text/plain");
    private static final Map<String, String> OFFICE = Map.of(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "zip", "application/zip");

    private MediaTypes() {}

    static String of(byte[] content, String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (begins(content, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        if (begins(content, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return "image/png";
        }
        if (begins(content, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (begins(content, 'P', 'K', 3, 4)) {
            return OFFICE.getOrDefault(ending, UNKNOWN);
        }
        return TEXTS.containsKey(ending) && isText(content) ? TEXTS.get(ending) : UNKNOWN;
    }

    /** The word for a type: pdf, image, text, table, document, slides, archive, or unknown. */
    static String kind(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> "pdf";
            case "image/png", "image/jpeg" -> "image";
            case "text/plain" -> "text";
            case "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> "table";
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> "document";
            case "application/vnd.openxmlformats-officedocument.presentationml.presentation" -> "slides";
            case "application/zip" -> "archive";
            default -> "unknown";
        };
    }

    private static boolean begins(byte[] content, int... with) {
        if (content.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((content[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).chars()
                    .allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
