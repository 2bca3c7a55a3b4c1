// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.record.criteria.CriteriaImportRefusal;
import jp.torokubo.record.criteria.importing.Grid.Cell;

/**
 * From a cell to the identifier of a control, as far as that is certain.
 *
 * <p>A spreadsheet makes 9.10 a number, which is 9.1, and 9.2.3 a day. What is lost there is not guessed: a number is taken only
 * where one identifier alone could have been meant.
 */
final class IdCells {

    private static final MathContext AS_SHOWN = new MathContext(15);

    private final KnownIds known;
    private final KnownIds written;
    /** A column is looked at several times before it is known what it holds. */
    private final Map<Cell, Read> seen = new HashMap<>();

    /** @param why the first is taken where there is no identifier; empty where the cell does not look like one either */
    record Read(Optional<WrittenId> id, Optional<CriteriaImportRefusal> why) {

        static final Read NOTHING = new Read(Optional.empty(), Optional.empty());

        static Read of(WrittenId id) {
            return new Read(Optional.of(id), Optional.empty());
        }

        static Read no(CriteriaImportRefusal why) {
            return new Read(Optional.empty(), Optional.of(why));
        }
    }

    /**
     * @param known of the edition that the workbook is read for
     * @param written every identifier that stands as text in the workbook; in place of known ones where an edition is new
     */
    IdCells(KnownIds known, KnownIds written) {
        this.known = known;
        this.written = written;
    }

    KnownIds known() {
        return known;
    }

    Read read(Cell cell) {
        boolean words = !cell.is(Mark.NUMBER) && !cell.is(Mark.DAY) && !cell.is(Mark.FORMULA) && !WrittenId.mayStandIn(cell.text());
        return words ? Read.NOTHING : seen.computeIfAbsent(cell, this::readAnew);
    }

    private Read readAnew(Cell cell) {
        if (cell.isNotCalculated()) {
            return Read.no(new CriteriaImportRefusal.IdNotCalculated());
        }
        if (cell.isBlank()) {
            return Read.NOTHING;
        }
        if (cell.is(Mark.DAY)) {
            return Read.no(new CriteriaImportRefusal.IdIsDay(cell.text()));
        }
        if (cell.is(Mark.FORMULA)) {
            return WrittenId.of(cell.text()).isPresent()
                    ? Read.no(new CriteriaImportRefusal.IdIsFormula(cell.text())) : Read.NOTHING;
        }
        if (cell.is(Mark.NUMBER)) {
            return number(cell.text());
        }
        if (WrittenId.severalIn(cell.text())) {
            return Read.no(new CriteriaImportRefusal.SeveralIds(cell.text()));
        }
        var id = WrittenId.of(cell.text());
        if (id.isEmpty()) {
            return looksLikeOne(cell.text()) ? Read.no(new CriteriaImportRefusal.IdUnreadable(cell.text())) : Read.NOTHING;
        }
        if (id.get().loose() && !known.has(id.get().number())) {
            return Read.no(new CriteriaImportRefusal.IdUnreadable(cell.text()));
        }
        return Read.of(id.get());
    }

    private Read number(String text) {
        BigDecimal value;
        try {
            value = new BigDecimal(text).round(AS_SHOWN).stripTrailingZeros();
        } catch (NumberFormatException notANumber) {
            return Read.NOTHING;
        }
        String plain = value.toPlainString();
        if (value.scale() <= 0) {
            return WrittenId.of(plain).map(Read::of).orElse(Read.NOTHING);
        }
        if (value.signum() < 0 || value.scale() > 2 || value.compareTo(BigDecimal.valueOf(100)) >= 0) {
            return Read.NOTHING;
        }
        var candidates = new ArrayList<>(List.of(plain, plain + "0"));
        var possible = candidates.stream()
                .filter(candidate -> known.isEmpty() ? written.isAbove(candidate) : known.has(candidate)).toList();
        if (possible.size() == 1) {
            return WrittenId.of(possible.get(0)).map(Read::of).orElse(Read.NOTHING);
        }
        return Read.no(new CriteriaImportRefusal.IdAmbiguousNumber(
                plain, candidates.stream().collect(Collectors.joining("、")), String.join(", ", candidates)));
    }

    /** The control this begins, as its edition calls it. */
    Started started(int row, int column, WrittenId id) {
        var inEdition = known.ofNumber(id.number());
        if (inEdition.isPresent()) {
            String ours = inEdition.get();
            boolean other = !id.suffix().isEmpty() && !ours.equals(id.id());
            return other
                    ? new Started(row, column, null, id.rest(), true, new CriteriaImportRefusal.SuffixDiffers(id.id(), ours))
                    : new Started(row, column, ours, id.rest(), true, null);
        }
        return new Started(row, column, id.id(), id.rest(), false, null);
    }

    /** Digits with something between them, and hardly anything else. */
    private static boolean looksLikeOne(String text) {
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC).strip();
        return plain.length() <= 24 && plain.matches("(?s)[^\\d]{0,6}\\d{1,3}\\s*[.,・。\\-‐–−ー_·、/]+.*\\d?.*") && !Words.isProse(text);
    }
}
