// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.Evidence;
import jp.torokubo.procedure.statement.ReadRows;
import jp.torokubo.procedure.statement.store.EvidenceShelf;
import org.jspecify.annotations.Nullable;

/** All the evidence of a statement as it stands on one day, in one of two orders. */
final class EvidenceOnShelf {

    static final int PIECES_ON_A_PAGE = 50;

    /** Rows that are named at once; the others are folded away. */
    static final int ROWS_AT_ONCE = 8;

    /** What comes first. The first of them is meant where nothing is asked for. */
    enum Order {
        /** What expires first, then by title; without a last day comes last. */
        UNTIL("until", Comparator.comparing(Evidence::validUntil, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(Evidence::title).thenComparing(Evidence::id)),
        /** By title, digits and letters before kana and kanji; of one title what expires first. */
        TITLE("title", Comparator.comparing(Evidence::title)
                .thenComparing(Evidence::validUntil, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(Evidence::id));

        private final String code;
        private final Comparator<Evidence> comparator;

        Order(String code, Comparator<Evidence> comparator) {
            this.code = code;
            this.comparator = comparator;
        }

        static Order of(String code) {
            return code.equals(TITLE.code) ? TITLE : UNTIL;
        }

        /** As it stands in addresses; null for the one that need not be named. */
        public @Nullable String asked() {
            return this == UNTIL ? null : code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param rows the first numbers it belongs to @param moreRows the others
     * @param put who put it there, and when @param by his name; empty where it is not known
     * @param size of the file; null for a link
     */
    record Piece(
            Evidence evidence, Validity validity, List<String> rows, List<String> moreRows, EvidenceShelf.Put put, String by,
            @Nullable Size size) {}

    /** @param unit end of the key of its words */
    record Size(String unit, double number) {

        static Size of(long bytes) {
            return bytes < 1024 ? new Size("b", bytes)
                    : bytes < 1024 * 1024 ? new Size("kb", Math.ceil(bytes / 1024.0)) : new Size("mb", Math.ceil(bytes / 104857.6) / 10);
        }
    }

    private final List<Piece> all;

    EvidenceOnShelf(ReadRows.Shelf shelf, Order order, LocalDate today) {
        this.all = shelf.evidence().stream().sorted(order.comparator).map(one -> piece(one, shelf, today)).toList();
    }

    /** @param validity code of what is asked for; empty or unknown: every piece */
    List<Piece> pieces(String validity) {
        boolean known = List.of(Validity.values()).stream().anyMatch(one -> one.code().equals(validity));
        return known ? all.stream().filter(piece -> piece.validity().code().equals(validity)).toList() : all;
    }

    /** The part of a list that is one page. @param after id of the piece before it; null or not among them: from the first */
    static List<Piece> page(List<Piece> pieces, @Nullable UUID after) {
        int from = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).evidence().id().equals(after)) {
                from = i + 1;
            }
        }
        return pieces.subList(from, Math.min(pieces.size(), from + PIECES_ON_A_PAGE));
    }

    Map<Validity, Long> counts() {
        return all.stream().collect(Collectors.groupingBy(Piece::validity, Collectors.counting()));
    }

    int size() {
        return all.size();
    }

    private static Piece piece(Evidence evidence, ReadRows.Shelf shelf, LocalDate today) {
        var rows = evidence.controls();
        int first = rows.size() <= ROWS_AT_ONCE + 1 ? rows.size() : ROWS_AT_ONCE;
        var put = Objects.requireNonNull(shelf.put().get(evidence.id()));
        var bytes = evidence.sha256() == null ? null : shelf.bytes().get(evidence.sha256());
        return new Piece(
                evidence, Validity.of(evidence.validUntil(), today), rows.subList(0, first), rows.subList(first, rows.size()), put,
                shelf.people().getOrDefault(put.by(), ""), bytes == null ? null : Size.of(bytes));
    }
}
