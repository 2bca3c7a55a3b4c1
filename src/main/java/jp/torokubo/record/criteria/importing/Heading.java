// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.regex.Pattern;

/** What the words above a column, or the name of a sheet, say of it. Asked only where the content leaves the question open. */
enum Heading {
    /** Of another text or of another time: numbers there are not those of the controls. */
    REFERENCE,
    /** Beside the controls: examples, remarks, references, answers, what was there before. */
    ASIDE,
    TITLE,
    /** The text of objectives in particular. */
    OBJECTIVE,
    /** The text of detailed controls in particular. */
    DETAIL,
    TEXT,
    /** The last number of an identifier whose first ones stand beside it. */
    BRANCH,
    SAYS_NOTHING;

    private static final Pattern REFERENCE_WORDS = Pattern.compile(
            "改[定訂]前|変更前|旧|参照|出典|典拠|対応(?!策)|対比|関連|jis|iso|iec|nist|800-53|統一基準|fedramp|soc2|"
            + "reference|mapping|before|previous|former|^old|related|seealso");
    private static final Pattern BRANCH_WORDS = Pattern.compile("枝番号?|枝|項|号|項番|細目|細目番号|細項|小項目|下位番号|詳細番号|管理策枝番|sub(no|number|id)?|branch(no|number)?");
    private static final Pattern ASIDE_WORDS = Pattern.compile(
            "備考|解説|手引|ガイダンス|参考|注記|注釈|補足|改[定訂]理由|改[定訂]内容|改[定訂]履歴|改[定訂]日|変更理由|変更内容|変更点|変更種別|理由|担当|回答|記入|記載欄|実施状況|実施内容|適用|採否|採用|選択|言明|証跡|監査|評価|確認|頻度|"
            + "区分|種別|種類|分類名|メモ|コメント|期限|状況|用語|定義|"
            + "remark|note|example|guidance|source|owner|status|reason|history|comment|answer|"
            + "implementation|evidence|rationale|type|changed|revision");
    /** A translation that is given for reference is still the text. */
    private static final Pattern TRANSLATION = Pattern.compile("英訳|和訳|英語|英文|english|translation");
    private static final Pattern EXAMPLE = Pattern.compile("(?<![条凡慣])例(?!外)");
    private static final Pattern TITLE_WORDS =
            Pattern.compile("名称|標題|表題|題名|題目|タイトル|見出し|見出|項目名|統制名|件名|title|heading|name|short");
    private static final Pattern OBJECTIVE_WORDS = Pattern.compile("統制目標|管理目的|目的|3桁|objective");
    private static final Pattern DETAIL_WORDS = Pattern.compile("詳細管理策|詳細|4桁|detail");
    private static final Pattern TEXT_WORDS = Pattern.compile(
            "管理策|本文|内容|要求|基準|条文|文言|記述|規定|全文|統制|和文|英文|日本語|英語|説明|現行|改[定訂]後|変更後|新|control|text|description|requirement|"
            + "statement|wording|criteri|body|japanese|english|^ja$|^en$");

    private static final Pattern SHEET_ASIDE = Pattern.compile(
            "対応表|対応関係|対応付|マッピング|mapping|crosswalk|対照|対比|新旧|改[定訂]|変更|履歴|revision|history|change|表紙|cover|目次|contents|index|凡例|legend|用語|"
            + "glossary|例|example|sample|旧|old|参考|reference|使い方|使用方法|はじめに|readme|説明|概要|様式|記入|メモ|memo|作業|work|draft|下書|バックアップ|backup");

    static Heading of(String words) {
        String text = Words.heading(words);
        if (text.isEmpty()) {
            return SAYS_NOTHING;
        }
        if (TRANSLATION.matcher(text).find()) {
            text = text.replaceAll("参考|reference", "");
        }
        if (BRANCH_WORDS.matcher(text).matches()) {
            return BRANCH;
        }
        if (REFERENCE_WORDS.matcher(text).find()) {
            return REFERENCE;
        }
        // 管理策（例示を含む）is the text; what stands in brackets only makes it something else where nothing stands before them
        text = text.matches(".+\\(.*\\)") ? text.substring(0, text.indexOf('(')) : text;
        if (ASIDE_WORDS.matcher(text).find() || EXAMPLE.matcher(text).find()) {
            return ASIDE;
        }
        if (TITLE_WORDS.matcher(text).find()) {
            return TITLE;
        }
        boolean objective = OBJECTIVE_WORDS.matcher(text).find();
        boolean detail = DETAIL_WORDS.matcher(text).find();
        if (objective != detail) {
            return objective ? OBJECTIVE : DETAIL;
        }
        return TEXT_WORDS.matcher(text).find() ? TEXT : SAYS_NOTHING;
    }

    /**
     * What several headings above one another say: the lowest that says anything; unless one above it speaks of another text.
     *
     * @param words from below
     */
    static Heading of(java.util.List<String> words) {
        var all = words.stream().map(Heading::of).toList();
        return all.contains(REFERENCE) ? REFERENCE
                : all.stream().filter(one -> one != SAYS_NOTHING).findFirst().orElse(SAYS_NOTHING);
    }

    boolean isBeside() {
        return this == ASIDE || this == REFERENCE;
    }

    /** Whether a sheet says of itself that the catalogue stands elsewhere. */
    static boolean setsSheetAside(String name) {
        return SHEET_ASIDE.matcher(Words.heading(name)).find();
    }
}
