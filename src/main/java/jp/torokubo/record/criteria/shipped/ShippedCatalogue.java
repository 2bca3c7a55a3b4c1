// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.shipped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.CriteriaEdition;
import jp.torokubo.record.criteria.Obligation;
import jp.torokubo.record.criteria.StandsFrom;
import jp.torokubo.record.criteria.Suffix;
import jp.torokubo.record.criteria.Tier;
import jp.torokubo.record.criteria.TitleBasis;
import jp.torokubo.record.rulebook.Provenance;
import jp.torokubo.record.rulebook.Source;
import org.jspecify.annotations.Nullable;

/** Reads {@code criteria/editions.tsv} and {@code criteria/catalogue.tsv}: a row belongs to the edition it names and to all later ones. */
public final class ShippedCatalogue {

    private static final List<String> FILES = List.of("editions.tsv", "catalogue.tsv");

    /** An edition and its rows in natural order. */
    public record Shipped(CriteriaEdition edition, List<Control> controls) {}

    private ShippedCatalogue() {}

    /** @param recordedAt of every edition: the moment of the load */
    public static List<Shipped> read(Instant recordedAt) {
        var rows = rows("catalogue.tsv");
        var upToHere = new ArrayList<String>();
        var editions = new ArrayList<Shipped>();
        for (var line : rows("editions.tsv")) {
            var edition = edition(line, recordedAt);
            upToHere.add(edition.id());
            editions.add(new Shipped(
                    edition,
                    rows.stream().filter(row -> upToHere.contains(row.get("edition"))).map(ShippedCatalogue::control).toList()));
        }
        return editions;
    }

    /** SHA-256 over all that {@link #read} reads, in hexadecimal: the same as long as nothing in the files changes. */
    public static String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var file : FILES) {
                sha.update(file.getBytes(StandardCharsets.UTF_8));
                sha.update(bytes(file));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static CriteriaEdition edition(Map<String, String> row, Instant recordedAt) {
        return new CriteriaEdition(
                row.get("id"), row.get("title_ja"), row.get("title_en"), new StandsFrom(row.get("stands_from")),
                new Source(Provenance.of(row.get("provenance")).orElseThrow(), row.get("source_ja"), row.get("source_en")),
                recordedAt, "system", null);
    }

    private static Control control(Map<String, String> row) {
        return new Control(
                row.get("id"), Tier.of(row.get("tier")).orElseThrow(), orNull(row.get("parent")), Suffix.of(row.get("suffix")).orElseThrow(),
                Obligation.of(row.get("obligation")).orElseThrow(), row.get("title_ja"), row.get("title_en"), row.get("reference"),
                row.get("edition"), orNull(row.get("changed_in")), TitleBasis.of(row.get("title_basis")).orElseThrow(), null, null);
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static List<Map<String, String>> rows(String file) {
        var lines = new String(bytes(file), StandardCharsets.UTF_8).lines().toList();
        var names = lines.get(0).split("\t", -1);
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split("\t", -1);
            if (cells.length != names.length) {
                throw new IllegalStateException("criteria/" + file + " has " + cells.length + " cells in: " + line);
            }
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static byte[] bytes(String file) {
        try (var stream = ShippedCatalogue.class.getResourceAsStream("/criteria/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: criteria/" + file);
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
