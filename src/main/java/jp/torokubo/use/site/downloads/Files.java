// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.downloads;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.ground.paper.TableAsCsv;
import jp.torokubo.ground.paper.TableAsJson;
import org.springframework.stereotype.Component;

/**
 * Makes the files. The page that names a hash and the answer that carries the file get the same bytes from here, and the same
 * table always becomes the same bytes.
 */
@Component
public class Files {

    public static final List<Download> FORMS = List.of(Download.CSV, Download.CSV_CP932, Download.XLSX, Download.JSON);

    private static final long MOST_BYTES_KEPT = 64L << 20;

    private record Key(String table, DataSet set, Download form, LocalDate asOf, String language) {}

    private final Tables tables;
    private final Cache<Key, GivenFile> made = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES_KEPT)
            .weigher((Key key, GivenFile file) -> file.bytes().length + 512)
            .build();

    Files(Tables tables) {
        this.tables = tables;
    }

    /** The set in every form that is given away. */
    public List<GivenFile> all(DataSet set, LocalDate asOf, Locale language) {
        var table = tables.of(set, asOf, language);
        var fingerprint = fingerprint(table);
        return FORMS.stream().map(form -> file(table, fingerprint, set, form, asOf, language)).toList();
    }

    public GivenFile one(DataSet set, Download form, LocalDate asOf, Locale language) {
        var table = tables.of(set, asOf, language);
        return file(table, fingerprint(table), set, form, asOf, language);
    }

    private GivenFile file(Table table, String fingerprint, DataSet set, Download form, LocalDate asOf, Locale language) {
        return made.get(new Key(fingerprint, set, form, asOf, language.getLanguage()), key -> {
            var bytes = bytes(table, form, language);
            var missing = form == Download.CSV_CP932 ? new TableAsCsv(TableAsCsv.Encoding.CP932).unmappable(table) : 0;
            return new GivenFile(name(set, form, asOf), set, form, bytes, rows(table), missing, sha256(bytes));
        });
    }

    /** The list carries its day in its name; the rest does not depend on a day. */
    private static String name(DataSet set, Download form, LocalDate asOf) {
        return set.file() + (set == DataSet.SERVICES ? "-" + asOf : "") + (form == Download.CSV_CP932 ? "-sjis" : "")
                + "." + form.ending();
    }

    private static byte[] bytes(Table table, Download form, Locale language) {
        var out = new ByteArrayOutputStream();
        try {
            form.write(table, language, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return form == Download.XLSX ? SameBytes.of(out.toByteArray()) : out.toByteArray();
    }

    private static String fingerprint(Table table) {
        var out = new ByteArrayOutputStream();
        try {
            new TableAsJson().write(table, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        out.writeBytes((table.title() + table.columns() + table.notes()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return sha256(out.toByteArray());
    }

    private static long rows(Table table) {
        long rows = 0;
        for (var ignored : table.rows()) {
            rows++;
        }
        return rows;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
