// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.Evidence;
import org.jspecify.annotations.Nullable;

/** All the evidence of a statement as it stands on one day: what expires first comes first, then by title; without a last day comes last. */
final class EvidenceOnShelf {

    static final int PIECES_ON_A_PAGE = 50;

    /** Rows that are named at once; the others are folded away. */
    static final int ROWS_AT_ONCE = 8;

    private static final Comparator<Evidence> ORDER = Comparator
            .comparing(Evidence::validUntil, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Evidence::title)
            .thenComparing(Evidence::id);

    /** @param rows the first numbers it belongs to @param moreRows the others */
    record Piece(Evidence evidence, Validity validity, List<String> rows, List<String> moreRows) {}

    private final List<Piece> all;

    EvidenceOnShelf(List<Evidence> evidence, LocalDate today) {
        this.all = evidence.stream().sorted(ORDER).map(one -> piece(one, today)).toList();
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

    private static Piece piece(Evidence evidence, LocalDate today) {
        var rows = evidence.controls();
        int first = rows.size() <= ROWS_AT_ONCE + 1 ? rows.size() : ROWS_AT_ONCE;
        return new Piece(evidence, Validity.of(evidence.validUntil(), today), rows.subList(0, first), rows.subList(first, rows.size()));
    }
}
