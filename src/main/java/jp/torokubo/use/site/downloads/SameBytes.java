// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.downloads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Takes the time of making out of a workbook, so that the same table is the same file tomorrow and its hash can be published. */
final class SameBytes {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Pattern CREATED = Pattern.compile("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>");

    private SameBytes() {}

    static byte[] of(byte[] workbook) {
        var out = new ByteArrayOutputStream(workbook.length);
        try (var from = ZipFile.builder().setByteArray(workbook).get(); var to = new ZipOutputStream(out)) {
            for (var entry : Collections.list(from.getEntriesInPhysicalOrder())) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                to.putNextEntry(copy);
                var bytes = from.getInputStream(entry).readAllBytes();
                to.write(entry.getName().equals("docProps/core.xml") ? withoutTime(bytes) : bytes);
                to.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] withoutTime(byte[] properties) {
        return CREATED.matcher(new String(properties, StandardCharsets.UTF_8)).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }
}
