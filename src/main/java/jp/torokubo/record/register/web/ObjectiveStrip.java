// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.util.ArrayList;
import java.util.List;
import jp.torokubo.record.register.PublicStatement.Objective;

/**
 * One square for each objective, a row of them for each chapter; the template writes it out as SVG. What it shows stands as numbers in the
 * table beside it.
 *
 * @param width in units of the drawing, one of which is a CSS pixel
 */
public record ObjectiveStrip(int width, int height, List<Band> bands) {

    /** @param y of the number of the chapter */
    public record Band(String number, int y, List<Square> squares) {}

    public record Square(int x, int y, Objective objective) {}

    public static final int SIDE = 15;

    private static final int STEP = 19;
    private static final int LEFT = 30;
    private static final int IN_A_ROW = 16;

    static ObjectiveStrip of(List<ObjectivesOfStatement.Chapter> chapters) {
        var bands = new ArrayList<Band>();
        int y = 2;
        for (var chapter : chapters) {
            var squares = new ArrayList<Square>();
            for (int at = 0; at < chapter.objectives().size(); at++) {
                squares.add(new Square(LEFT + at % IN_A_ROW * STEP, y + at / IN_A_ROW * STEP, chapter.objectives().get(at)));
            }
            bands.add(new Band(chapter.number(), y, squares));
            y += (chapter.objectives().size() - 1) / IN_A_ROW * STEP + STEP + 6;
        }
        return new ObjectiveStrip(LEFT + IN_A_ROW * STEP, y, bands);
    }
}
