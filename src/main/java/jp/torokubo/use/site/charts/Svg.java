// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes one SVG picture. Lengths are user units, one of which is a CSS pixel where the picture has its natural width.
 *
 * <p>Colours come from the classes of {@code .tb-svg} in the stylesheet ({@code c0}–{@code c7} light to dark, {@code ol}
 * outlined, {@code un} dashed for what is not known, {@code ln} line, {@code ax} axis, {@code gr} grid).
 */
public final class Svg {

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    /**
     * @param id unique on the page
     * @param title what the picture is, in a few words
     * @param description what can be seen in it, for who does not see it
     */
    public static Svg picture(String id, double width, double height, String title, String description) {
        var svg = new Svg();
        svg.out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tb-svg\" role=\"img\"")
                .append(attribute("viewBox", "0 0 " + number(width) + " " + number(height)))
                .append(attribute("width", number(width)))
                .append(attribute("height", number(height)))
                .append(attribute("aria-labelledby", id + "-t " + id + "-d")).append('>')
                .append("<title").append(attribute("id", id + "-t")).append('>').append(escaped(title)).append("</title>")
                .append("<desc").append(attribute("id", id + "-d")).append('>').append(escaped(description)).append("</desc>");
        return svg;
    }

    public Svg line(double x1, double y1, double x2, double y2, String classes) {
        return element("line", attribute("x1", number(x1)) + attribute("y1", number(y1)) + attribute("x2", number(x2))
                + attribute("y2", number(y2)) + attribute("class", classes));
    }

    public Svg rectangle(double x, double y, double width, double height, String classes) {
        return element("rect", attribute("x", number(x)) + attribute("y", number(y)) + attribute("width", number(width))
                + attribute("height", number(height)) + attribute("class", classes));
    }

    /** A rectangle with round corners, as boxes of a flow have. */
    public Svg box(double x, double y, double width, double height, String classes) {
        return element("rect", attribute("x", number(x)) + attribute("y", number(y)) + attribute("width", number(width))
                + attribute("height", number(height)) + attribute("rx", "4") + attribute("class", classes));
    }

    public Svg dot(double x, double y, double radius, String classes) {
        return element("circle", attribute("cx", number(x)) + attribute("cy", number(y)) + attribute("r", number(radius))
                + attribute("class", classes));
    }

    /** @param commands as in the {@code d} attribute, for example {@code M 0 0 H 10} */
    public Svg path(String commands, String classes) {
        return element("path", attribute("d", commands) + attribute("class", classes));
    }

    /** Words whose base line begins at x, y; with class {@code tm} they are centred there, with {@code te} they end there. */
    public Svg words(double x, double y, String words, String classes) {
        out.append("<text").append(attribute("x", number(x))).append(attribute("y", number(y)));
        if (!classes.isEmpty()) {
            out.append(attribute("class", classes));
        }
        out.append('>').append(escaped(words)).append("</text>");
        return this;
    }

    public String drawn() {
        return out + "</svg>";
    }

    private Svg element(String name, String attributes) {
        out.append('<').append(name).append(attributes).append("/>");
        return this;
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }

    /** At most one decimal, never with an exponent or in a locale's digits. */
    static String number(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
