// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.record.criteria.Obligation;
import jp.torokubo.record.criteria.Tier;

/** The words for choices and states in a workbook: one that is written, and several that are understood. */
final class CellWords {

    private static final Map<String, Choice> CHOICES = new HashMap<>();
    private static final Map<String, RowState> STATES = new HashMap<>();

    static {
        understood(CHOICES, Choice.ADOPTED, "する あり 有り 適用あり 適用有 対応あり 実施あり 該当 該当する 適用している inscope 要 対応 対応済 対応済み 実施 実施する 実施済 実施している 採用 採用する 選択 選択する 適用 適用する 適用対象 対象 有 はい ○ 〇 ◯ ● ◎ ✓ ✔ ☑ レ "
                + "adopted implemented selected applied applicable included yes y true");
        understood(CHOICES, Choice.LEFT_OUT, "しない 選択せず 採用せず 適用せず 実施せず なし 無し 適用なし 適用無 対応なし 実施なし 対応しない 採用なし outofscope 否 不要 除外 除外する 対象外 適用除外 適用外 非適用 不採用 非採用 採用しない 選択しない 非選択 不選択 該当しない 実施しない 非実施 非該当 該当なし 該当無し 適用しない 無 いいえ "
                + "× ✕ ✖ x ✗ excluded left-out leftout notselected notadopted notimplemented notapplied notapplicable n/a na no n false");
        understood(CHOICES, Choice.OPEN, "未定 未記入 未回答 未選択 - ー － ― — – ‐ 未 undecided open notyet tbd");
        understood(STATES, RowState.UNTOUCHED, "未着手 未記入 未対応 未 untouched notstarted");
        understood(STATES, RowState.IN_WORK, "作成中 記入中 作業中 着手 対応中 in-work inwork inprogress draft");
        understood(STATES, RowState.READY, "確認待ち 確認待 レビュー待ち 提出 ready readyforreview submitted");
        understood(STATES, RowState.SENT_BACK, "差戻し 差し戻し 差戻 要修正 sent-back sentback changesrequested");
        understood(STATES, RowState.SETTLED, "確認済 確認済み 完了 承認済 承認済み settled done approved completed");
    }

    private static final int LONGEST = 40;
    private static final Set<String> OR_NOT = Set.of("する", "しない", "該当", "該当する", "非該当", "該当しない", "該当なし", "要", "不要", "否");
    private static final Set<String> YES_OR_NO = Stream.concat(OR_NOT.stream(), Stream.of(
            "はい", "いいえ", "有", "無", "有り", "無し", "あり", "なし", "yes", "no", "y", "n", "true", "false", "○", "〇", "◯", "●", "◎", "×", "✕", "✖", "x", "✓", "✔", "レ", "1", "0"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern BOX = Pattern.compile("[□☐☑☒■]");
    private static final Pattern BOXES = Pattern.compile("(?:(?<tick>[☑☒■✓✔✅レ])|[□☐])\\s*(?<words>[^□☐☑☒■✓✔✅レ]+)");
    private static final Pattern LEGEND = Pattern.compile("(?<sign>[0-9A-Za-z○〇◯●◎×✕△▲-])\\s*[=:…]\\s*(?<words>[^\\s、,,/;)(\\]\\[|]+)");

    private CellWords() {}

    static String choice(Choice choice, Tier tier, boolean english) {
        boolean detail = tier == Tier.DETAIL;
        return switch (choice) {
            case OPEN -> "";
            case ADOPTED -> english ? detail ? "Selected" : "Implemented" : detail ? "選択" : "実施";
            case LEFT_OUT -> english ? detail ? "Not selected" : "Excluded" : detail ? "選択しない" : "除外";
        };
    }

    static String obligation(Obligation obligation, boolean english) {
        return switch (obligation) {
            case NONE -> "";
            case MANDATORY -> english ? "Required in principle" : "原則必須";
            case SELECTABLE -> english ? "Selectable" : "選択できる";
        };
    }

    static Optional<Choice> choice(String cell) {
        return Optional.ofNullable(CHOICES.get(folded(cell))).or(() -> ticked(cell)).or(() -> inPieces(cell));
    }

    /** ☑選択　□選択しない: of boxes with choices behind them the one that is ticked. */
    private static Optional<Choice> ticked(String cell) {
        if (cell.length() > LONGEST || !BOX.matcher(cell).find()) {
            return Optional.empty();
        }
        var boxes = BOXES.matcher(cell);
        var ticked = EnumSet.noneOf(Choice.class);
        int end = 0;
        while (boxes.find()) {
            var choice = CHOICES.get(folded(boxes.group("words")));
            if (choice == null || !cell.substring(end, boxes.start()).isBlank()) {
                return Optional.empty();
            }
            end = boxes.end();
            if (boxes.group("tick") != null) {
                ticked.add(choice);
            }
        }
        return end == 0 || !cell.substring(end).isBlank() || ticked.size() > 1 ? Optional.empty()
                : Optional.of(ticked.isEmpty() ? Choice.OPEN : ticked.iterator().next());
    }

    /** What a heading says of the signs below it: 1=選択、2=選択しない. Empty unless each is a choice. By sign, folded. */
    static Map<String, Choice> legend(String heading) {
        var signs = LEGEND.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC));
        var found = new HashMap<String, Choice>();
        while (signs.find()) {
            var choice = CHOICES.get(folded(signs.group("words")));
            if (choice == null || found.put(folded(signs.group("sign")), choice) != null) {
                return Map.of();
            }
        }
        return found.size() < 2 ? Map.of() : found;
    }

    /** 選択 and Selected below one another, 選択しない（対象外）: only where every piece says the same. */
    private static Optional<Choice> inPieces(String cell) {
        if (cell.length() > LONGEST) {
            return Optional.empty();
        }
        var said = Arrays.stream(Normalizer.normalize(cell, Normalizer.Form.NFKC).split("[\\n/()\\[\\]【】]+")).map(CellWords::folded)
                .filter(piece -> !piece.isEmpty()).map(piece -> Optional.ofNullable(CHOICES.get(piece))).distinct().toList();
        return said.size() == 1 ? said.get(0) : Optional.empty();
    }

    /** Whether it says no more than that a control is left out, be it with the reason in brackets. */
    static boolean saysLeftOut(String cell) {
        return cell.length() <= LONGEST && choice(cell.replaceFirst("[（(][^）)]*[）)]\\s*$", "")).filter(Choice.LEFT_OUT::equals).isPresent();
    }

    /** Whether it answers a question, whatever that is: はい, 有, ○, する. */
    static boolean saysYesOrNo(String cell) {
        return YES_OR_NO.contains(folded(cell));
    }

    /** する, 該当 and their opposites, below a heading that says 除外. */
    static boolean saysOrNot(String cell) {
        return OR_NOT.contains(folded(cell));
    }

    static Optional<RowState> state(String cell) {
        return Optional.ofNullable(STATES.get(folded(cell)));
    }

    /** What people put into a cell for "nothing". */
    static boolean saysNothing(String cell) {
        return cell.isEmpty() || List.of("未定", "なし", "無し", "-", "ー", "―", "—", "–", "‐", "none", "n/a", "tbd").contains(folded(cell));
    }

    static String folded(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("[\\s\\u3000。.「」]+", "").toLowerCase(Locale.ROOT);
    }

    private static <T> void understood(Map<String, T> words, T meaning, String all) {
        for (String word : all.split(" ")) {
            words.put(folded(word), meaning);
        }
    }
}
