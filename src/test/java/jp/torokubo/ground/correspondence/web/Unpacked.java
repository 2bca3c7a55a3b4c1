// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import org.springframework.web.util.HtmlUtils;

/** What is in an archive or a workbook, name and text, in its order. */
final class Unpacked {

    private Unpacked() {}

    static Map<String, String> of(byte[] archive) throws IOException {
        var file = Files.createTempFile(Path.of("target"), "unpacked-", ".zip");
        try {
            Files.write(file, archive);
            var parts = new LinkedHashMap<String, String>();
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : zip.stream().toList()) {
                    var text = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
                    parts.put(entry.getName(), entry.getName().endsWith(".xml") ? HtmlUtils.htmlUnescape(text) : text);
                }
            }
            return parts;
        } finally {
            Files.delete(file);
        }
    }
}
