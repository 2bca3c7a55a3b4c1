// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identifier of a control as somebody wrote it: in full width, in brackets, with a look-alike letter, with words behind it.
 *
 * @param numbers one to four, without leading zeros
 * @param suffix empty, P, B or PB
 * @param rest what stands behind it in the same cell; empty where nothing does
 * @param loose separated by something other than dots: only certain where a catalogue has it
 */
record WrittenId(List<Integer> numbers, String suffix, String rest, boolean loose) {

    /** Letters of other alphabets that look like P and B. */
    private static final Map<Character, Character> LOOK_ALIKES = Map.of(
            'В', 'B', 'в', 'B', 'Β', 'B', 'β', 'B', 'Р', 'P', 'р', 'P', 'Ρ', 'P', 'ρ', 'P');

    private static final String NUMBERS = "(\\d{1,3}(?:\\s*\\.\\s*\\d{1,3}){0,3})";
    private static final String DOTTED = "(\\d{1,2}(?:\\s*\\.\\s*\\d{1,3}){1,3})";
    private static final String SUFFIX = "(?:\\s*[.\\-_・:]?\\s*[(\\[]?\\s*([PBpbВвΒβРрΡρ]{1,2})(?![A-Za-z])\\s*[)\\]]?)?";
    private static final String BEFORE = "['’\\[(【「<〔『■●○◆・]*\\s*(?:(?:No|ID|詳細管理策|管理策|統制目標|管理目的|番号|項番)[.:：\\s]*)?";
    private static final String AFTER = "\\s*[\\])】」>〕』.:：、,]*";
    private static final String FOOTNOTE = "(?:\\s*(?:[*※†‡]+\\d{0,2}|\\((?:注|※|\\*)[^)]{0,6}\\)|\\((?:基本|必須|原則必須|基本言明要件)\\)))?";
    private static final Pattern WHOLE =
            Pattern.compile("^" + BEFORE + NUMBERS + SUFFIX + AFTER + FOOTNOTE + "$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_REST = Pattern.compile(
            "^" + BEFORE + DOTTED + SUFFIX + "[\\])】」>〕』.]*(?:\\s+|[:：、]\\s*|(?=[\\p{IsHan}\\p{IsKatakana}「『]))(\\S[\\s\\S]*)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHAPTER = Pattern.compile("^第?\\s*(\\d{1,2})\\s*(?:章\\s*|[.:：、]?\\s+|[.:：、]\\s*)([^\\d.．・,，\\-][\\s\\S]*|-\\s*[^\\d\\s][\\s\\S]*)?$");
    /** 5.1.1.*, 5.1.1 すべて: one identifier stands for others. */
    private static final Pattern SEVERAL_MEANT = Pattern.compile("\\d\\s*(?:\\.\\s*[*x×]\\s*$|\\.?\\s*(?:全て|すべて|全部|以下|以降|ほか|他$|他の|など$|等$|[~〜]\\s*$))");
    /** Nearly all are written so. */
    private static final Pattern PLAINLY_ONE = Pattern.compile("\\d{1,2}(?:\\.\\d{1,3}){0,3}(?:\\.[PB]{1,2})?");
    private static final Pattern CHAPTER_ALONE = Pattern.compile("^第?\\s*(\\d{1,2})\\s*章$");
    private static final Pattern OTHER_SEPARATORS = Pattern.compile("(?<=\\d)\\s*[-‐–−ー_・·‧,、。/\\s]\\s*(?=\\d)");
    private static final Pattern SEVERAL = Pattern.compile("\\d{1,2}(?:\\.\\d{1,3}){1,3}");
    private static final String BETWEEN = "[\\s,、;；/～~〜\\-–.PBpb()及びとから]";
    private static final Pattern SHORTENED_LIST = Pattern.compile(BETWEEN + "*");
    /** Characters after which words that begin otherwise than an identifier have shown it. */
    private static final int BEGINNING = 60;
    private static final int LONGEST_PIECE = 40;
    private static final Pattern LIST = Pattern.compile("(?:\\d|" + BETWEEN + ")*");
    /** Letters that may stand before an identifier, or between several. */
    private static final String LETTERS_BEFORE = "第詳細管理策統制目標的番号項及びとから";
    private static final Pattern BEGINS = Pattern.compile("['’\\[(【「<〔『■●○◆・\\s.:：第NoID詳細管理策統制目標的番号項番]*\\d", Pattern.CASE_INSENSITIVE);
    private static final Pattern PIECE = Pattern.compile("^\\(?\\.?(\\d{1,3}(?:\\.\\d{1,3}){0,2})" + SUFFIX + "\\.?\\)?$", Pattern.CASE_INSENSITIVE);

    /** False for what has no digit, and for words that neither begin with an identifier nor are a list of them: told by their beginning alone. */
    static boolean mayStandIn(String cell) {
        if (cell.length() <= BEGINNING) {
            return cell.chars().anyMatch(WrittenId::mayBeDigit) && plain(cell).chars().anyMatch(c -> c >= '0' && c <= '9');
        }
        if (isPlainJapanese(cell.charAt(0)) && LETTERS_BEFORE.indexOf(cell.charAt(0)) < 0) {
            return false;
        }
        String head = plain(cell.substring(0, BEGINNING));
        return LIST.matcher(head).matches() || BEGINS.matcher(head).lookingAt();
    }

    /** Nothing else becomes a digit when widths and forms are made alike. */
    private static boolean mayBeDigit(int c) {
        return c >= '0' && c <= '9' || c >= 0x80 && !isPlainJapanese(c);
    }

    private static boolean isPlainJapanese(int c) {
        return c >= 0x3041 && c <= 0x3096 || c >= 0x30A1 && c <= 0x30FA || c >= 0x4E00 && c <= 0x9FFF;
    }

    /** @return empty where no identifier stands there, or none that can be told */
    static Optional<WrittenId> of(String cell) {
        if (beginsOtherwise(cell)) {
            return Optional.empty();
        }
        String text = plain(cell);
        if (!PLAINLY_ONE.matcher(text).matches() && SEVERAL_MEANT.matcher(text).find() || text.isEmpty() || Character.digit(text.codePointAt(text.length() - 1), 10) < 0 && text.length() > 20_000) {
            return Optional.empty();
        }
        var whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return id(whole.group(1), whole.group(2), "", false);
        }
        var alone = CHAPTER_ALONE.matcher(text);
        if (alone.matches()) {
            return id(alone.group(1), null, "", false);
        }
        var loose = WHOLE.matcher(OTHER_SEPARATORS.matcher(text).replaceAll("."));
        if (loose.matches()) {
            return id(loose.group(1), loose.group(2), "", true);
        }
        var withRest = WITH_REST.matcher(text);
        if (withRest.matches()) {
            return id(withRest.group(1), withRest.group(2), behind(cell, text, withRest.start(3)), false);
        }
        var chapter = CHAPTER.matcher(text);
        if (chapter.matches() && chapter.group(2) != null) {
            return id(chapter.group(1), null, behind(cell, text, chapter.start(2)), false);
        }
        return Optional.empty();
    }

    /** A piece of an identifier that is divided over several columns: 11, .11, (11), 3.11, 11.PB. */
    static Optional<WrittenId> piece(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST_PIECE || Character.isLetter(cell.charAt(0))) {
            return Optional.empty();
        }
        var matcher = PIECE.matcher(plain(cell));
        return matcher.matches() ? id(matcher.group(1), matcher.group(2), "", false) : Optional.empty();
    }

    /** P, B or PB alone in its cell, also in other widths and look-alike letters; a stroke or nothing says that there is none. */
    static Optional<String> suffix(String cell) {
        String text = plain(cell).replaceAll("[.()\\[\\]\\s]", "");
        if (text.isEmpty() || text.matches("[-‐–−ー―—]+|なし")) {
            return Optional.of("");
        }
        return text.length() <= 2 ? Optional.ofNullable(letters(text)) : Optional.empty();
    }

    /** Of Latin letters only those of No and ID stand before an identifier. */
    private static boolean beginsOtherwise(String cell) {
        char first = cell.isEmpty() ? ' ' : cell.charAt(0);
        return (first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z') && "NnIi".indexOf(first) < 0;
    }

    /** Whether two or more identifiers stand there, and nothing else. */
    static boolean severalIn(String cell) {
        if (PLAINLY_ONE.matcher(cell).matches()) {
            return false;
        }
        var matcher = SEVERAL.matcher(plain(cell));
        boolean several = matcher.find() && matcher.find();
        return several && SHORTENED_LIST.matcher(matcher.replaceAll("")).matches();
    }

    int depth() {
        return numbers.size();
    }

    /** Without suffix: 9.2.3.11. */
    String number() {
        var written = new StringBuilder();
        for (int number : numbers) {
            written.append(written.isEmpty() ? "" : ".").append(number);
        }
        return written.toString();
    }

    String id() {
        return suffix.isEmpty() ? number() : number() + "." + suffix;
    }

    private static Optional<WrittenId> id(String numbers, @org.jspecify.annotations.Nullable String suffix, String rest, boolean loose) {
        var parts = new ArrayList<Integer>();
        Arrays.stream(numbers.split("\\.")).map(String::strip).forEach(part -> parts.add(Integer.parseInt(part)));
        String letters = suffix == null ? "" : letters(suffix);
        if (letters == null || parts.contains(0) || parts.size() > 4) {
            return Optional.empty();
        }
        return Optional.of(new WrittenId(List.copyOf(parts), letters, rest, loose));
    }

    private static @org.jspecify.annotations.Nullable String letters(String given) {
        var letters = new StringBuilder();
        given.chars().forEach(c -> letters.append((char) LOOK_ALIKES.getOrDefault((char) c, Character.toUpperCase((char) c))));
        String read = letters.toString();
        return read.equals("P") || read.equals("B") || read.equals("PB") ? read : null;
    }

    /** The words as they were written: what stands behind the identifier is text, and is not normalised. */
    private static String behind(String cell, String plain, int from) {
        String words = plain.substring(from);
        for (int at = 0; at < cell.length(); at++) {
            if (plain(cell.substring(at)).equals(words)) {
                return cell.substring(at).strip();
            }
            if (at > 60) {
                break;
            }
        }
        return words.strip();
    }

    private static String plain(String cell) {
        for (int at = 0; at < cell.length(); at++) {
            if (cell.charAt(at) >= 0x80) {
                return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
            }
        }
        return cell.strip();
    }
}
