// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.record.criteria.ControlsInSheet;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a sheet holds what, by the words above it in either language; where these leave it open, by what stands below.
 *
 * @param undecided fields of which several columns could be
 * @param letters of the first column of each field that was found
 * @param legends what the heading of a column of choices says of the signs below it; of the others nothing
 * @param asksWhetherLeftOut columns of choices whose heading asks for the opposite: 対象外か
 * @param swapped fields of English texts that hold Japanese
 * @param ofParts the columns of each field, by the part of the row they are of
 */
record Columns(
        Map<Integer, Use> found, Map<Field, List<Integer>> undecided, Map<Field, String> letters,
        Map<Integer, Map<String, Choice>> legends, Set<Integer> asksWhetherLeftOut, Set<Field> swapped, List<Map<Field, List<Integer>>> ofParts) {

    private Columns(TreeMap<Integer, Use> found, Map<Field, List<Integer>> undecided, Set<Field> swapped, Map<Integer, List<String>> headings) {
        this(found, undecided, letters(found), legends(found, headings), asksWhetherLeftOut(found, headings), swapped, ofParts(found));
    }

    private static Set<Integer> asksWhetherLeftOut(TreeMap<Integer, Use> found, Map<Integer, List<String>> headings) {
        return found.entrySet().stream().filter(one -> one.getValue().field() == Field.CHOICE)
                .filter(one -> headings.getOrDefault(one.getKey(), List.of()).stream().anyMatch(words -> NEGATED.matcher(plain(words)).find() && !BOTH.matcher(plain(words)).find()))
                .map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Integer, Map<String, Choice>> legends(TreeMap<Integer, Use> found, Map<Integer, List<String>> headings) {
        return found.entrySet().stream().filter(one -> one.getValue().field() == Field.CHOICE)
                .collect(Collectors.toMap(Map.Entry::getKey, one -> CellWords.legend(String.join(" ", headings.getOrDefault(one.getKey(), List.of())))));
    }

    /** Once for a sheet: every row asks for them. */
    private static List<Map<Field, List<Integer>>> ofParts(TreeMap<Integer, Use> found) {
        return IntStream.rangeClosed(0, 2).mapToObj(part -> found.entrySet().stream().filter(one -> one.getValue().part() == part)
                .collect(Collectors.groupingBy(one -> one.getValue().field(), () -> new EnumMap<Field, List<Integer>>(Field.class),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())))).<Map<Field, List<Integer>>>map(fields -> fields).toList();
    }

    List<Integer> of(Field field, int part) {
        return ofParts.get(part).getOrDefault(field, List.of());
    }

    /**
     * @param part 0: of the row; 1 and 2: of the state before and after a change, which then stand in columns of their own
     * @param mark the choice that a mark in this column means; null where the cell says it itself
     */
    record Use(Field field, int part, @Nullable Choice mark) {}

    private static final Pattern SIGNS = Pattern.compile("[\\s\\u3000*※:：]+");
    /** The headings we write, in both languages. */
    private static final Map<Field, Set<String>> OURS = Arrays.stream(Field.values())
            .collect(Collectors.toMap(field -> field, field -> Stream.of(false, true).map(field::heading).map(Columns::plain).collect(Collectors.toSet())));

    /** The cells below the headings, as far as they are to be looked at. */
    interface Cells {
        List<String> below(int column);
    }

    private static final Pattern ELSEWHERE = Pattern.compile(
            "前年|昨年|前回|過年度|旧|改[定訂]前|参考|参照|記入例|記載例|例示|の例$|見本|監査|査読|レビュ|コメント|備考|メモ|解説|ガイダンス|直すところ|"
            + "previous|lastyear|former|reference|example|sample|auditor|comment|remark|memo|guidance|whattomend");
    /** What stands there may be meant in place of what is read. */
    private static final Pattern REMARKS = Pattern.compile("備考|コメント|メモ|注|注記|remarks?|comments?|notes?|memo");
    private static final Pattern NEGATED = Pattern.compile("対象外|除外|しない|不採用|非採用|非適用|適用外|不選択|非選択|不要|免除|exclu|notappl|notsel|leftout|n/a|exempt");
    /** 選択／選択しない: says what is to be written, and asks nothing. */
    private static final Pattern BOTH = Pattern.compile("採否|選択(・|/|・|,|、|又は|または|or|する)|(採用|適用|実施|対象|included|applicable|selected)[・/,、(]|要不要");
    private static final Pattern INSTEAD = Pattern.compile("^(修正|改訂|改定|更新|訂正|新|最新|最終|確定|改善|追記|続き|例外)(後|版|案|の?内容)?$|(修正|改訂|改定|更新|訂正|改善|監査|レビュー|見直し|確認)後|^(new|revised|updated|corrected|final)");
    private static final Pattern NO_ANSWER = Pattern.compile(
            "名称|標題|表題|題名|タイトル|見出し|管理策$|管理策\\(|統制目標|管理目的|管理基準|要求事項|本文|区分|必須|任意|成熟度|サービス名|システム名|規程|文書|手順書|手続|判定|指摘|点検|url|link|document|procedure|maturity|mandatory|種別|分類|優先|重要|章|節|no\\.?$|番号|title|name|controltext|requirement|priority|category|domain");
    private static final Pattern MAY_BE_TEXT = Pattern.compile("管理策$|管理策\\(|本文|内容|controltext");
    private static final Pattern HINT = Pattern.compile("記入|入力|記載|選んで|選択して|必須|任意|文字|字以内|形式|和$|英$|^ja$|^en$|fillin|enter|optional|required");
    private static final Pattern KEY = Pattern.compile("行の鍵|行の?キー|rowkey");
    private static final Pattern SHOWN_ONLY = Pattern.compile("証跡|エビデンス|evidence|義務|基本言明要件|obligation|restson|依拠");
    private static final Pattern DUE = Pattern.compile("期限|期日|納期|締切|締め切り|予定日|完了予定|due|deadline|targetdate|completiondate");
    private static final Pattern FROM = Pattern.compile("開始|始まり|始期|から$|^自$|startdate|start$|^from|from$|begin");
    private static final Pattern UNTIL = Pattern.compile("終了|終わり|終期|まで$|^至$|enddate|^end$|^until|until$|^to$");
    /** A department is nobody who could own a row. */
    private static final Pattern TEAM = Pattern.compile("部署|部門|所管|課$|室$|department|division|team");
    private static final Pattern OWNER = Pattern.compile("担当|責任者|オーナー|^pic$|personincharge|owner|assignee|responsible|assignedto");
    private static final Pattern REASON = Pattern.compile("理由|^根拠$|の根拠$|正当化|^why|reason|rationale|justification");
    private static final Pattern REASON_OF_LEAVING_OUT = Pattern.compile("^(備考|コメント|メモ)\\(?(除外|非採用|不採用|選択しない|非選択|不選択|対象外|非適用)の?理由");
    /** 選択しない場合: what is to be said then, unless choices stand below. */
    private static final Pattern WHEN_LEFT_OUT = Pattern.compile("^(除外|非採用|不採用|選択しない|非選択|不選択|対象外|適用除外|非適用)(する|とする|の)?(場合|とき|時)");
    private static final Pattern SAYS_CHOICE = Pattern.compile("採否|有無|要否|適否|要[/・／]?不要|対応\\(?[○〇◯]|yes/no|y/n|applicab|^applied\\??$|^decision$");
    private static final Pattern OPEN = Pattern.compile("^対応$|(実施|対応|適用|整備)状況|(implementation|compliance)status");
    private static final Pattern REALISATION = Pattern.compile(
            "個別管理策|実施内容|実施方法|実装|実現|対応内容|対応方法|対策内容|具体的|言明(の)?内容|記載内容|回答内容|統制記述|統制の記述|対応方針|(自社|当社|弊社)の?(対応|管理策|統制|対策|取組|取り組み)|^how(we|itis|is|tobe)|individualcontrol|realisation|realization|howimplemented|"
            + "implementation(description|statement|detail)?s?(\\((jp|ja|japanese|en|english)\\))?$|response$|statementtext");
    private static final Pattern LEFT_OUT = Pattern.compile("^(除外|非採用|不採用|選択しない|非選択|不選択|対象外|適用除外|非適用|excluded|notselected|leftout|notapplicable)$");
    private static final Pattern ADOPTED = Pattern.compile("^(実施|採用|選択|適用|対象|adopted|implemented|selected|applied)$");
    private static final Pattern CHOICE = Pattern.compile("採用|適用|選択|対象|実施$|choice|adopt|select|implemented|included");
    private static final Pattern STATE = Pattern.compile("状態|状況|進捗|ステータス|state$|status|progress");
    private static final Pattern ENGLISH = Pattern.compile("英語|英文|英訳|english|[(_/]en\\)?$");
    private static final Pattern JAPANESE = Pattern.compile("日本語|和文|japanese|[(_/]j[ap]\\)?$");
    private static final Pattern BEFORE = Pattern.compile("変更の?前|before");
    private static final Pattern AFTER = Pattern.compile("変更の?後|after");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern LETTERS = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final double MOST = 0.6;
    private static final int LONGEST_HEADING = 30;
    private static final int WORDS_OF_A_SENTENCE = 4;

    /**
     * @param headings by column, from below
     * @param chosen what somebody says of a column; it holds, whatever stands above
     */
    static Columns in(
            Map<Integer, List<String>> headings, Set<Integer> numbers, Cells cells, Map<Integer, Optional<Field>> chosen) {
        boolean own = headings.values().stream().anyMatch(words -> !words.isEmpty() && isOurs(words.get(0), Field.KEY));
        var candidates = new LinkedHashMap<Use, List<Integer>>();
        new TreeMap<>(headings).forEach((column, words) -> {
            if (!numbers.contains(column) && !chosen.containsKey(column)) {
                use(words, own, () -> cells.below(column)).ifPresent(use -> candidates.computeIfAbsent(use, none -> new ArrayList<>()).add(column));
            }
        });
        besideEnglish(candidates, headings);
        chosen.forEach((column, field) -> field.filter(said -> !numbers.contains(column)).ifPresent(said ->
                candidates.put(new Use(said, 0, null), List.of(column))));
        var found = new TreeMap<Integer, Use>();
        var undecided = new TreeMap<Field, List<Integer>>();
        candidates.forEach((use, columns) -> {
            var filled = columns.size() == 1 ? columns : columns.stream().filter(column -> !cells.below(column).isEmpty()).toList();
            if (filled.size() == 1) {
                found.put(filled.get(0), use);
            } else if (filled.size() > 1) {
                undecided.put(use.field(), filled);
            } else {
                found.put(columns.get(0), use);
            }
        });
        var swapped = swappedLanguages(found, cells, chosen);
        swapped.forEach((field, several) -> {
            undecided.put(field, several);
            several.forEach(found::remove);
        });
        boolean parts = found.values().stream().anyMatch(use -> use.part() > 0);
        if (parts) {
            // days that stand beside them without saying whose they are
            found.values().removeIf(use -> use.part() == 0 && use.field().isOfRealisation());
        }
        return new Columns(found, undecided, Set.copyOf(swapped.keySet()), headings);
    }

    /** Whether the words above a column tell that it holds no answer. @param sentences whether it may be a text, be it of the criteria */
    static boolean saysWhatItIs(String heading, boolean sentences) {
        var words = plain(heading);
        return !words.isEmpty() && (ELSEWHERE.matcher(words).find() || SHOWN_ONLY.matcher(words).find() || TEAM.matcher(words).find()
                || NO_ANSWER.matcher(words).find() && !(sentences && MAY_BE_TEXT.matcher(words).find()));
    }

    /** Remarks, which may be reasons where no column is headed so. */
    static boolean headsRemarks(String heading) {
        return REMARKS.matcher(plain(heading)).matches();
    }

    /** Whether the words above a column tell that it may be meant in place of another. */
    static boolean mayBeMeantInstead(String heading) {
        return INSTEAD.matcher(plain(heading)).find();
    }

    /** Words that stand below a heading and are still part of it: the language, before or after, how to fill it in. */
    static boolean saysMoreOfAHeading(String words) {
        String plain = plain(words);
        return ENGLISH.matcher(plain).find() || JAPANESE.matcher(plain).find() || BEFORE.matcher(plain).find() || AFTER.matcher(plain).find()
                || HINT.matcher(plain).find();
    }

    /** The answer that words would head, whatever stands below them. */
    static Optional<Field> headed(String words) {
        return words.isBlank() || words.length() > LONGEST_HEADING ? Optional.empty()
                : use(List.of(words), false, List::of).map(Use::field).filter(Field::isRead);
    }

    /** Whether there is a column of marks for each of the choices. */
    boolean marksBoth() {
        return found.values().stream().filter(use -> use.mark() != null).map(Use::mark).distinct().count() > 1;
    }

    private static Map<Field, String> letters(TreeMap<Integer, Use> found) {
        var letters = new EnumMap<Field, String>(Field.class);
        found.forEach((column, use) -> letters.putIfAbsent(use.field(), ControlsInSheet.letters(column)));
        return letters;
    }

    /** Japanese sentences in the column of English texts: nobody can tell whether the headings or the texts are in the wrong place. */
    private static Map<Field, List<Integer>> swappedLanguages(TreeMap<Integer, Use> found, Cells cells, Map<Integer, Optional<Field>> chosen) {
        var swapped = new TreeMap<Field, List<Integer>>();
        for (var pair : Map.of(Field.REALISATION_EN, Field.REALISATION_JA, Field.REASON_EN, Field.REASON_JA).entrySet()) {
            var english = found.entrySet().stream().filter(one -> one.getValue().field() == pair.getKey()).map(Map.Entry::getKey).toList();
            var japanese = found.entrySet().stream().filter(one -> one.getValue().field() == pair.getValue()).map(Map.Entry::getKey).toList();
            boolean doubtful = english.size() == 1 && !chosen.containsKey(english.get(0)) && holdsJapanese(cells.below(english.get(0)));
            if (doubtful) {
                swapped.put(pair.getKey(), Stream.concat(japanese.stream(), english.stream()).sorted().toList());
            }
        }
        return swapped;
    }

    private static boolean holdsJapanese(List<String> cells) {
        return !cells.isEmpty() && cells.stream().filter(cell -> KANA.matcher(cell).find()).count() * 2 > cells.size();
    }

    /** Latin words below a heading that names no language: where another column says that it is the English one, they are not. */
    private static void besideEnglish(Map<Use, List<Integer>> candidates, Map<Integer, List<String>> headings) {
        for (int part = 0; part <= 2; part++) {
            for (var pair : Map.of(Field.REALISATION_EN, Field.REALISATION_JA, Field.REASON_EN, Field.REASON_JA).entrySet()) {
                var english = candidates.getOrDefault(new Use(pair.getKey(), part, null), List.of());
                var named = english.stream().filter(column -> headings.getOrDefault(column, List.of()).stream()
                        .anyMatch(words -> ENGLISH.matcher(plain(words)).find())).toList();
                var japanese = new Use(pair.getValue(), part, null);
                if (english.size() > 1 && named.size() == 1 && !candidates.containsKey(japanese)) {
                    candidates.put(japanese, english.stream().filter(column -> !named.contains(column)).toList());
                    candidates.put(new Use(pair.getKey(), part, null), named);
                }
            }
        }
    }

    private static Optional<Use> use(List<String> fromBelow, boolean own, java.util.function.Supplier<List<String>> below) {
        var words = fromBelow.stream().map(Columns::plain).filter(one -> !one.isEmpty()).toList();
        var ours = words.stream().findFirst().flatMap(heading -> ours(heading, own));
        if (ours.isPresent()) {
            return ours.map(field -> new Use(field, 0, null)).filter(use -> use.field().isRead() || use.field() == Field.KEY);
        }
        String all = String.join("", reversed(words));
        if (words.isEmpty() || ELSEWHERE.matcher(all).find() && !REASON_OF_LEAVING_OUT.matcher(all).find()) {
            return Optional.empty();
        }
        int part = BEFORE.matcher(all).find() ? 1 : AFTER.matcher(all).find() ? 2 : 0;
        var candidates = new ArrayList<>(words);
        candidates.add(all);
        for (String one : candidates) {
            var use = use(one, all, part, below);
            if (use.isPresent() || SHOWN_ONLY.matcher(one).find()) {
                return use;
            }
        }
        return Optional.empty();
    }

    private static Optional<Use> use(String words, String all, int part, java.util.function.Supplier<List<String>> below) {
        if (KEY.matcher(words).find()) {
            return of(Field.KEY);
        }
        if (SHOWN_ONLY.matcher(words).find()) {
            return Optional.empty();
        }
        if (REASON.matcher(words).find()) {
            return of(isEnglish(all, below) ? Field.REASON_EN : Field.REASON_JA);
        }
        if (WHEN_LEFT_OUT.matcher(words).find() && below.get().stream().noneMatch(cell -> CellWords.choice(cell).isPresent())) {
            return of(isEnglish(all, below) ? Field.REASON_EN : Field.REASON_JA);
        }
        if (DUE.matcher(words).find()) {
            return of(Field.DUE);
        }
        if (TEAM.matcher(words).find()) {
            return Optional.empty();
        }
        if (OWNER.matcher(words).find()) {
            return of(Field.OWNER);
        }
        if (LEFT_OUT.matcher(words).find()) {
            return Optional.of(new Use(Field.CHOICE, 0, Choice.LEFT_OUT));
        }
        if (ADOPTED.matcher(words).find()) {
            return Optional.of(new Use(Field.CHOICE, 0, Choice.ADOPTED));
        }
        if (SAYS_CHOICE.matcher(words).find()) {
            return of(Field.CHOICE);
        }
        if (OPEN.matcher(words).find()) {
            return byContent(all, part, below);
        }
        if (REALISATION.matcher(words).find()) {
            return Optional.of(new Use(isEnglish(all, below) ? Field.REALISATION_EN : Field.REALISATION_JA, part, null));
        }
        if (FROM.matcher(words).find()) {
            return Optional.of(new Use(Field.FROM, part, null));
        }
        if (UNTIL.matcher(words).find()) {
            return Optional.of(new Use(Field.UNTIL, part, null));
        }
        if (CHOICE.matcher(words).find()) {
            return of(Field.CHOICE);
        }
        return STATE.matcher(words).find() ? byContent(all, part, below) : Optional.empty();
    }

    /** 実施状況 may be a state, a choice or prose: the cells tell. */
    private static Optional<Use> byContent(String all, int part, java.util.function.Supplier<List<String>> below) {
        var cells = below.get();
        long states = cells.stream().filter(cell -> CellWords.state(cell).isPresent()).count();
        long choices = cells.stream().filter(cell -> CellWords.choice(cell).isPresent()).count();
        if (cells.isEmpty() || states >= cells.size() * MOST && states >= choices) {
            return OPEN.matcher(all).find() && cells.isEmpty() ? Optional.empty() : of(Field.STATE);
        }
        if (choices >= cells.size() * MOST) {
            return of(Field.CHOICE);
        }
        double length = cells.stream().mapToInt(String::length).average().orElse(0);
        return OPEN.matcher(all).find() && length >= 8
                ? Optional.of(new Use(isEnglish(all, below) ? Field.REALISATION_EN : Field.REALISATION_JA, part, null)) : of(Field.STATE);
    }

    private static boolean isEnglish(String all, java.util.function.Supplier<List<String>> below) {
        if (ENGLISH.matcher(all).find() || JAPANESE.matcher(all).find()) {
            return ENGLISH.matcher(all).find();
        }
        var cells = below.get();
        // the name of a product is no sentence
        return !cells.isEmpty() && cells.stream().noneMatch(cell -> LETTERS.matcher(cell).find())
                && cells.stream().filter(cell -> cell.matches("(?s).*[a-z]{3,}.*") && cell.strip().split("\\s+").length >= WORDS_OF_A_SENTENCE).count() * 2 >= cells.size();
    }

    /** @param own whether the sheet is one that the program wrote */
    private static Optional<Field> ours(String heading, boolean own) {
        for (var field : Field.values()) {
            if (isOurs(heading, field)) {
                // 理由 and 個別管理策 alone may head English texts in another layout
                return !own && (field == Field.REASON_JA || field == Field.REALISATION_JA) ? Optional.empty() : Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static boolean isOurs(String heading, Field field) {
        return OURS.get(field).contains(plain(heading));
    }

    private static Optional<Use> of(Field field) {
        return Optional.of(new Use(field, 0, null));
    }

    private static String plain(String heading) {
        return SIGNS.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static List<String> reversed(List<String> words) {
        var reversed = new ArrayList<>(words);
        java.util.Collections.reverse(reversed);
        return reversed;
    }
}
