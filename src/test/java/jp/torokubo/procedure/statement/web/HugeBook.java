// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;

/** A workbook of a million rows that all differ, as honest as one of that size can be. */
final class HugeBook {

    private static final int ROWS_OF_A_SHEET = 1_000_000;

    private HugeBook() {}

    static byte[] of(int rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "x", null)) {
            for (int from = 0; from < rows; from += ROWS_OF_A_SHEET) {
                var sheet = workbook.newWorksheet("回答" + from);
                sheet.value(0, 0, "番号");
                sheet.value(0, 1, "採否");
                for (int row = from; row < Math.min(rows, from + ROWS_OF_A_SHEET); row++) {
                    sheet.value(row - from + 1, 0, row);
                    if (row % 10_000 == 0) {
                        sheet.flush();
                    }
                }
                sheet.finish();
            }
        }
        return out.toByteArray();
    }
}
