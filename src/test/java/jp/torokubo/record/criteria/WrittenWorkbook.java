// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;

/** A workbook with invented words for real identifiers. */
final class WrittenWorkbook {

    private WrittenWorkbook() {}

    /** One sheet: number, words. */
    static Path of(Path file, List<String[]> rows) throws IOException {
        try (var out = Files.newOutputStream(file); var workbook = new Workbook(out, "example", "1.0")) {
            var sheet = workbook.newWorksheet("管理基準");
            sheet.value(0, 0, "例の管理基準（架空の文）");
            int row = 2;
            for (String[] cells : rows) {
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
                row++;
            }
        }
        return file;
    }

    /** Every row of an edition, each with the words a test gives it. */
    static List<String[]> whole(Catalogue catalogue, Function<Control, String> words) {
        var rows = new ArrayList<String[]>();
        rows.add(new String[] {"番号", "管理策"});
        catalogue.controls().forEach(control -> rows.add(new String[] {control.id(), words.apply(control)}));
        return rows;
    }

    static String example(Control control) {
        return "例：番号" + control.number() + "のために考えた文である。";
    }
}
