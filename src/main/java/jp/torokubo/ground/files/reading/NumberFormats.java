// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.files.UnreadableFile.Why;

/** Which styles of a workbook make a number a day, and which day; and which strike a text through. */
final class NumberFormats {

    private static final LocalDate ZERO_OF_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate ZERO_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int DAY_THAT_NEVER_WAS = 60;
    private static final long LAST_SERIAL = 2_958_465;

    private final List<Boolean> styleIsDate = new ArrayList<>();
    private final BitSet struckStyles = new BitSet();
    private final boolean from1904;

    private NumberFormats(boolean from1904) {
        this.from1904 = from1904;
    }

    static NumberFormats none(boolean from1904) {
        return new NumberFormats(from1904);
    }

    static NumberFormats read(byte[] styles, boolean from1904) {
        var formats = new NumberFormats(from1904);
        Map<Integer, String> codes = new HashMap<>();
        var xml = new SafeXml("xl/styles.xml", styles);
        boolean inCellFormats = false;
        boolean inFonts = false;
        int font = -1;
        var struckFonts = new BitSet();
        int event;
        while ((event = xml.next()) != javax.xml.stream.XMLStreamConstants.END_DOCUMENT) {
            if (event == javax.xml.stream.XMLStreamConstants.END_ELEMENT && xml.is("cellXfs")) {
                inCellFormats = false;
            } else if (event == javax.xml.stream.XMLStreamConstants.END_ELEMENT && xml.is("fonts")) {
                inFonts = false;
            } else if (event == javax.xml.stream.XMLStreamConstants.START_ELEMENT) {
                if (xml.is("cellXfs")) {
                    inCellFormats = true;
                } else if (xml.is("fonts")) {
                    inFonts = true;
                } else if (inFonts && xml.is("font")) {
                    font++;
                } else if (inFonts && xml.is("strike") && xml.isOn()) {
                    struckFonts.set(Math.min(font, Limits.STYLES));
                } else if (xml.is("numFmt")) {
                    String code = xml.attribute("formatCode");
                    codes.put(number(xml.attribute("numFmtId")), code == null ? "" : code);
                } else if (inCellFormats && xml.is("xf")) {
                    int id = number(xml.attribute("numFmtId"));
                    int ofFont = number(xml.attribute("fontId"));
                    formats.struckStyles.set(formats.styleIsDate.size(), ofFont >= 0 && struckFonts.get(ofFont));
                    formats.styleIsDate.add(codes.containsKey(id) ? saysDay(codes.get(id)) : isBuiltInDay(id));
                    if (formats.styleIsDate.size() > Limits.STYLES) {
                        throw new Unreadable(Why.XML_MALFORMED, Map.of("part", "xl/styles.xml"));
                    }
                }
            }
        }
        return formats;
    }

    /** Most workbooks have none. */
    boolean strikeAny() {
        return !struckStyles.isEmpty();
    }

    boolean isStruck(int style) {
        return style >= 0 && struckStyles.get(style);
    }

    boolean isDay(int style) {
        return style >= 0 && style < styleIsDate.size() && styleIsDate.get(style);
    }

    /** {@code 2021-03-12}, or with a time where the number has a fraction; empty where no such day exists. */
    Optional<String> day(BigDecimal serial) {
        long days = serial.longValue();
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_SERIAL + 1)) >= 0) {
            return Optional.empty();
        }
        LocalDate date;
        if (from1904) {
            date = ZERO_OF_1904.plusDays(days);
        } else if (days == DAY_THAT_NEVER_WAS || days == 0) {
            return Optional.empty();
        } else {
            date = ZERO_OF_1900.plusDays(days < DAY_THAT_NEVER_WAS ? days + 1 : days);
        }
        BigDecimal fraction = serial.subtract(BigDecimal.valueOf(days));
        if (fraction.signum() == 0) {
            return Optional.of(date.toString());
        }
        long seconds = fraction.multiply(BigDecimal.valueOf(86_400)).setScale(0, java.math.RoundingMode.HALF_UP).longValue();
        return Optional.of(LocalDateTime.of(date, java.time.LocalTime.MIDNIGHT).plusSeconds(seconds).toString());
    }

    private static boolean isBuiltInDay(int id) {
        return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
    }

    /** Whether a format has letters of a day outside quotation marks, brackets and escapes. */
    private static boolean saysDay(String code) {
        if (code.length() > 255) {
            return false;
        }
        String bare = code.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"", "").replaceAll("\\[[^\\]]*\\]", "")
                .replaceAll("\\\\.", "").replaceAll("_.", "").replace("general", "").replaceAll("e[+-]", "");
        return bare.chars().anyMatch(letter -> "ymdge".indexOf(letter) >= 0);
    }

    private static int number(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
