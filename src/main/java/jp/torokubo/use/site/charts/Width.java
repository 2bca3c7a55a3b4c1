// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.charts;

/**
 * For which screen a picture is drawn. Each picture is drawn twice, and the stylesheet shows one: text in a picture that is
 * only scaled down cannot be read on a telephone.
 */
public enum Width {
    WIDE(640, "wide"),
    NARROW(340, "narrow");

    private final int units;
    private final String suffix;

    Width(int units, String suffix) {
        this.units = units;
        this.suffix = suffix;
    }

    public int units() {
        return units;
    }

    /** Added to the id of the picture, and the end of the class that shows it. */
    public String suffix() {
        return suffix;
    }
}
