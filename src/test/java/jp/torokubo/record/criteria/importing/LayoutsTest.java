// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Control;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One small catalogue in many layouts, none of which is that of any real workbook. All words are invented. */
class LayoutsTest {

    private static final List<String> IDS = List.of("3", "3.1", "3.1.2", "3.1.2.1", "6", "6.3", "6.3.1.P", "6.3.1.1.PB", "9", "9.2", "9.2.3",
            "9.2.3.1", "9.2.3.2", "9.2.3.10", "9.2.3.11.PB", "9.2.4", "9.2.4.1", "9.2.4.9.PB", "12", "12.1", "12.1.1", "12.1.1.1", "12.1.5.P", "12.1.5.1.PB");
    private static final KnownIds KNOWN = KnownIds.of(IDS);

    /** What every layout says. */
    private static final Map<String, String> WORDS = words("""
            9.2.3 例：鍵の束を管理する。
            9.2.3.1 例：鍵を渡す前に名前を書く。
            9.2.3.2 例：鍵は一人に一つだけ渡す。
            9.2.3.10 例：鍵の数を毎月数える。
            9.2.3.11.PB 例：提供者は鍵の箱を閉める。
            9.2.4 例：合言葉の配り方を決める。
            9.2.4.1 例：合言葉は手紙で送らない。
            9.2.4.9.PB 例：提供者は合言葉を見せない。
            """);

    static Stream<Arguments> layouts() {
        return Stream.of(
                layout("ids in one cell under a title and a heading", Book.of().sheet("管理基準", """
                        例の管理基準（架空）
                        2030年版 | | |

                        番号 | 管理策 | 備考
                        9.2.3 | 例：鍵の束を管理する。 |
                        9.2.3.1 | 例：鍵を渡す前に名前を書く。 | 例：名簿など
                        9.2.3.2 | 例：鍵は一人に一つだけ渡す。 |
                        9.2.3.10 | 例：鍵の数を毎月数える。 |
                        9.2.3.11.PB | 例：提供者は鍵の箱を閉める。 |
                        9.2.4 | 例：合言葉の配り方を決める。 | 例：方針
                        9.2.4.1 | 例：合言葉は手紙で送らない。 |
                        9.2.4.9.PB | 例：提供者は合言葉を見せない。 |
                        """)),
                layout("full width, brackets, without suffix, without a dot before it, look-alike letters, spaces", Book.of().sheet("Sheet1", """
                        項番 | 内容
                        【９．２．３】 | 例：鍵の束を管理する。
                        ９.２.３.１\\s | 例：鍵を渡す前に名前を書く。
                        No. 9.2.3.2 | 例：鍵は一人に一つだけ渡す。
                        9.2.3.10. | 例：鍵の数を毎月数える。
                        9.2.3.11PB | 例：提供者は鍵の箱を閉める。
                        9. 2. 4 | 例：合言葉の配り方を決める。
                        09.02.04.01 | 例：合言葉は手紙で送らない。
                        9.2.4.9.РВ | 例：提供者は合言葉を見せない。
                        """)),
                layout("no heading at all", Book.of().sheet("Sheet1", """
                        9.2.3 | 例：鍵の束を管理する。
                        9.2.3.1 | 例：鍵を渡す前に名前を書く。
                        9.2.3.2 | 例：鍵は一人に一つだけ渡す。
                        9.2.3.10 | 例：鍵の数を毎月数える。
                        9.2.3.11 | 例：提供者は鍵の箱を閉める。
                        9.2.4 | 例：合言葉の配り方を決める。
                        9.2.4.1 | 例：合言葉は手紙で送らない。
                        9.2.4.9 | 例：提供者は合言葉を見せない。
                        """)),
                layout("a serial number, the suffix in a column of its own, a column of obligation", Book.of().sheet("管理策", """
                        No. | 番号 | 記号 | 管理策 | 必須/選択
                        1 | 9.2.3 | | 例：鍵の束を管理する。 | 必須
                        2 | 9.2.3.1 | | 例：鍵を渡す前に名前を書く。 | 選択
                        3 | 9.2.3.2 | | 例：鍵は一人に一つだけ渡す。 | 選択
                        4 | 9.2.3.10 | | 例：鍵の数を毎月数える。 | 選択
                        5 | 9.2.3.11 | ＰＢ | 例：提供者は鍵の箱を閉める。 | 必須
                        6 | 9.2.4 | － | 例：合言葉の配り方を決める。 | 必須
                        7 | 9.2.4.1 | － | 例：合言葉は手紙で送らない。 | 選択
                        8 | 9.2.4.9 | PB | 例：提供者は合言葉を見せない。 | 必須
                        """)),
                layout("a column for each tier, one text", Book.of().sheet("一覧", """
                        章 | 分類 | 統制目標 | 詳細管理策 | 本文
                        9 | | | | 例：出入り
                        | 9.2 | | | 例：人の出入り
                        | | 9.2.3 | | 例：鍵の束を管理する。
                        | | | 9.2.3.1 | 例：鍵を渡す前に名前を書く。
                        | | | 9.2.3.2 | 例：鍵は一人に一つだけ渡す。
                        | | | 9.2.3.10 | 例：鍵の数を毎月数える。
                        | | | 9.2.3.11.PB | 例：提供者は鍵の箱を閉める。
                        | | 9.2.4 | | 例：合言葉の配り方を決める。
                        | | | 9.2.4.1 | 例：合言葉は手紙で送らない。
                        | | | 9.2.4.9.PB | 例：提供者は合言葉を見せない。
                        """)),
                layout("tiers side by side and merged, each with its own text", Book.of().sheet("一覧", """
                        統制目標 | | 詳細管理策 |
                        番号 | 統制目標 | 番号 | 詳細管理策
                        9.2.3 | 例：鍵の束を管理する。 | 9.2.3.1 | 例：鍵を渡す前に名前を書く。
                        ^ | ^ | 9.2.3.2 | 例：鍵は一人に一つだけ渡す。
                        ^ | ^ | 9.2.3.10 | 例：鍵の数を毎月数える。
                        ^ | ^ | 9.2.3.11.PB | 例：提供者は鍵の箱を閉める。
                        9.2.4 | 例：合言葉の配り方を決める。 | 9.2.4.1 | 例：合言葉は手紙で送らない。
                        ^ | ^ | 9.2.4.9.PB | 例：提供者は合言葉を見せない。
                        """)),
                layout("tiers side by side, repeated in every row", Book.of().sheet("一覧", """
                        統制目標 | 統制目標の内容 | 詳細管理策 | 詳細管理策の内容
                        9.2.3 | 例：鍵の束を管理する。 | 9.2.3.1 | 例：鍵を渡す前に名前を書く。
                        9.2.3 | 例：鍵の束を管理する。 | 9.2.3.2 | 例：鍵は一人に一つだけ渡す。
                        9.2.3 | 例：鍵の束を管理する。 | 9.2.3.10 | 例：鍵の数を毎月数える。
                        9.2.3 | 例：鍵の束を管理する。 | 9.2.3.11.PB | 例：提供者は鍵の箱を閉める。
                        9.2.4 | 例：合言葉の配り方を決める。 | 9.2.4.1 | 例：合言葉は手紙で送らない。
                        9.2.4 | 例：合言葉の配り方を決める。 | 9.2.4.9.PB | 例：提供者は合言葉を見せない。
                        """)),
                layout("one number in each column, filled in every row", Book.of().sheet("一覧", """
                        章 | 節 | 目標 | 策 | 区分 | 文
                        n:9 | n:2 | n:3 | | | 例：鍵の束を管理する。
                        n:9 | n:2 | n:3 | n:1 | | 例：鍵を渡す前に名前を書く。
                        n:9 | n:2 | n:3 | n:2 | | 例：鍵は一人に一つだけ渡す。
                        n:9 | n:2 | n:3 | n:10 | | 例：鍵の数を毎月数える。
                        n:9 | n:2 | n:3 | n:11 | PB | 例：提供者は鍵の箱を閉める。
                        n:9 | n:2 | n:4 | | | 例：合言葉の配り方を決める。
                        n:9 | n:2 | n:4 | n:1 | | 例：合言葉は手紙で送らない。
                        n:9 | n:2 | n:4 | n:9 | PB | 例：提供者は合言葉を見せない。
                        """)),
                layout("one number in each column, only where it changes", Book.of().sheet("一覧", """
                        9 | | | | 例：出入り
                        | 2 | | | 例：人の出入り
                        | | 3 | | 例：鍵の束を管理する。
                        | | | 1 | 例：鍵を渡す前に名前を書く。
                        | | | 2 | 例：鍵は一人に一つだけ渡す。
                        | | | 10 | 例：鍵の数を毎月数える。
                        | | | 11.PB | 例：提供者は鍵の箱を閉める。
                        | | 4 | | 例：合言葉の配り方を決める。
                        | | | 1 | 例：合言葉は手紙で送らない。
                        | | | 9.PB | 例：提供者は合言葉を見せない。
                        """)),
                layout("the objective's number and the last number in two columns", Book.of().sheet("一覧", """
                        統制目標番号 | 枝番 | 管理策
                        9.2.3 | | 例：鍵の束を管理する。
                        9.2.3 | 1 | 例：鍵を渡す前に名前を書く。
                        9.2.3 | 2 | 例：鍵は一人に一つだけ渡す。
                        9.2.3 | 10 | 例：鍵の数を毎月数える。
                        9.2.3 | 11 | 例：提供者は鍵の箱を閉める。
                        9.2.4 | | 例：合言葉の配り方を決める。
                        9.2.4 | 1 | 例：合言葉は手紙で送らない。
                        9.2.4 | 9 | 例：提供者は合言葉を見せない。
                        """)),
                layout("indented: words of an objective where its controls have their numbers", Book.of().sheet("一覧", """
                        管理基準
                        9.2.3 | 例：鍵の束を管理する。 |
                        | 9.2.3.1 | 例：鍵を渡す前に名前を書く。
                        | 9.2.3.2 | 例：鍵は一人に一つだけ渡す。
                        | 9.2.3.10 | 例：鍵の数を毎月数える。
                        | 9.2.3.11.PB | 例：提供者は鍵の箱を閉める。
                        9.2.4 | 例：合言葉の配り方を決める。 |
                        | 9.2.4.1 | 例：合言葉は手紙で送らない。
                        | 9.2.4.9.PB | 例：提供者は合言葉を見せない。
                        """)),
                layout("number and words in the same cell", Book.of().sheet("管理基準", """
                        管理基準
                        9.2.3　例：鍵の束を管理する。
                        9.2.3.1　例：鍵を渡す前に名前を書く。
                        9.2.3.2　例：鍵は一人に一つだけ渡す。
                        9.2.3.10\\n例：鍵の数を毎月数える。
                        9.2.3.11.PB　例：提供者は鍵の箱を閉める。
                        9.2.4 例：合言葉の配り方を決める。
                        9.2.4.1 例：合言葉は手紙で送らない。
                        9.2.4.9.PB：例：提供者は合言葉を見せない。
                        """)),
                layout("text over several rows of a merged number, and over rows without one", Book.of().sheet("一覧", """
                        番号 | 管理策
                        9.2.3 | 例：鍵の束を
                        | 管理する。
                        9.2.3.1 | 例：鍵を渡す前に名前を書く。
                        9.2.3.2 | 例：鍵は一人に
                        ^ | 一つだけ渡す。
                        9.2.3.10 | 例：鍵の数を毎月数える。
                        9.2.3.11.PB | 例：提供者は鍵の箱を閉める。
                        9.2.4 | 例：合言葉の配り方を決める。
                        9.2.4.1 | 例：合言葉は手紙で送らない。
                        9.2.4.9.PB | 例：提供者は合言葉を見せない。
                        """)),
                layout("text of objectives and of controls in different columns of one number", Book.of().sheet("一覧", """
                        番号 | 統制目標 | 詳細管理策 | 参考：JIS Q 27002
                        9.2.3 | 例：鍵の束を管理する。 | | 9.2.3
                        9.2.3.1 | | 例：鍵を渡す前に名前を書く。 | 9.2.3
                        9.2.3.2 | | 例：鍵は一人に一つだけ渡す。 | 9.2.3
                        9.2.3.10 | | 例：鍵の数を毎月数える。 | 9.2.3
                        9.2.3.11.PB | | 例：提供者は鍵の箱を閉める。 | 9.2.3
                        9.2.4 | 例：合言葉の配り方を決める。 | | 9.2.4
                        9.2.4.1 | | 例：合言葉は手紙で送らない。 | 9.2.4
                        9.2.4.9.PB | | 例：提供者は合言葉を見せない。 | 9.2.4
                        """)),
                layout("objectives and controls on sheets of their own, with cover, history, mapping and an example", Book.of().sheet("表紙", """
                        例の管理基準
                        2030年1月
                        """).sheet("改定履歴", """
                        版 | 日付 | 内容
                        1.0 | d:2029-01-01 | 例：初版。
                        1.1 | d:2030-01-01 | 例：9.2.3.1 を改めた。
                        """).sheet("統制目標", """
                        番号 | 統制目標
                        9.2.3 | 例：鍵の束を管理する。
                        9.2.4 | 例：合言葉の配り方を決める。
                        """).sheet("詳細管理策", """
                        番号 | 詳細管理策
                        9.2.3.1 | 例：鍵を渡す前に名前を書く。
                        9.2.3.2 | 例：鍵は一人に一つだけ渡す。
                        9.2.3.10 | 例：鍵の数を毎月数える。
                        9.2.3.11.PB | 例：提供者は鍵の箱を閉める。
                        9.2.4.1 | 例：合言葉は手紙で送らない。
                        9.2.4.9.PB | 例：提供者は合言葉を見せない。
                        """).sheet("統一基準との対応表", """
                        ISMAP | 統一基準 | 遵守事項
                        9.2.3.1 | 6.1.1(1)(a) | 例：ほかの文書の文です。
                        9.2.3.2 | 6.1.1(1)(b) | 例：これもほかの文書の文です。
                        """).sheet("記入例", """
                        番号 | 管理策 | 記入欄
                        9.2.3.1 | 例：短くした文 | 例：書き方
                        """)),
                layout("a title beside the text, and examples with words of their own", Book.of().sheet("一覧", """
                        管理策番号 | 管理策名称 | 管理策 | 実施例
                        9.2.3 | 例の題一 | 例：鍵の束を管理する。 | 例：一つめの手本を示す。
                        9.2.3.1 | 例の題二 | 例：鍵を渡す前に名前を書く。 | 例：二つめの手本を示す。
                        9.2.3.2 | 例の題三 | 例：鍵は一人に一つだけ渡す。 | 例：三つめの手本を示す。
                        9.2.3.10 | 例の題四 | 例：鍵の数を毎月数える。 | 例：四つめの手本を示す。
                        9.2.3.11.PB | 例の題五 | 例：提供者は鍵の箱を閉める。 | 例：五つめの手本を示す。
                        9.2.4 | 例の題六 | 例：合言葉の配り方を決める。 | 例：六つめの手本を示す。
                        9.2.4.1 | 例の題七 | 例：合言葉は手紙で送らない。 | 例：七つめの手本を示す。
                        9.2.4.9.PB | 例の題八 | 例：提供者は合言葉を見せない。 | 例：八つめの手本を示す。
                        """)),
                layout("the title of a chapter above the headings, merged objectives, references and few remarks", Book.of().sheet("第9章", """
                        第9章　例の章題
                        統制目標 | | 詳細管理策
                        番号 | 統制目標 | 番号 | 記号 | 詳細管理策 | 参考：JIS Q 27002 | 補足
                        9.2.3 | 例：鍵の束を管理する。 | 9.2.3.1 | | 例：鍵を渡す前に名前を書く。 | 9.2.3 | 例：補い
                        ^ | ^ | 9.2.3.2 | | 例：鍵は一人に一つだけ渡す。 | 9.2.3 |
                        ^ | ^ | 9.2.3.10 | | 例：鍵の数を毎月数える。 | 9.2.3 |
                        ^ | ^ | 9.2.3.11 | PB | 例：提供者は鍵の箱を閉める。 | 9.2.3 |
                        9.2.4 | 例：合言葉の配り方を決める。 | 9.2.4.1 | | 例：合言葉は手紙で送らない。 | 9.2.4 |
                        ^ | ^ | 9.2.4.9 | PB | 例：提供者は合言葉を見せない。 | 9.2.4 | 例：補い
                        """)),
                layout("the same without any heading", Book.of().sheet("第9章", """
                        第9章　例の章題
                        9.2.3 | 例：鍵の束を管理する。 | 9.2.3.1 | 例：鍵を渡す前に名前を書く。 | 9.2.3
                        ^ | ^ | 9.2.3.2 | 例：鍵は一人に一つだけ渡す。 | 9.2.3
                        ^ | ^ | 9.2.3.10 | 例：鍵の数を毎月数える。 | 9.2.3
                        ^ | ^ | 9.2.3.11 | 例：提供者は鍵の箱を閉める。 | 9.2.3
                        9.2.4 | 例：合言葉の配り方を決める。 | 9.2.4.1 | 例：合言葉は手紙で送らない。 | 9.2.4
                        ^ | ^ | 9.2.4.9 | 例：提供者は合言葉を見せない。 | 9.2.4
                        """)),
                layout("number and title in one cell, text in the next, a sheet of counts and one of contents", Book.of().sheet("本文", """
                        管理策 | 本文
                        9.2.3　例の題一 | 例：鍵の束を管理する。
                        9.2.3.1　例の題二 | 例：鍵を渡す前に名前を書く。
                        9.2.3.2　例の題三 | 例：鍵は一人に一つだけ渡す。
                        9.2.3.10　例の題四 | 例：鍵の数を毎月数える。
                        9.2.3.11.PB　例の題五 | 例：提供者は鍵の箱を閉める。
                        9.2.4　例の題六 | 例：合言葉の配り方を決める。
                        9.2.4.1　例の題七 | 例：合言葉は手紙で送らない。
                        9.2.4.9.PB　例の題八 | 例：提供者は合言葉を見せない。
                        """).sheet("件数", """
                        章 | 件数
                        n:9 | n:135
                        n:12 | n:165
                        """).sheet("目次", """
                        9.2.3 例の題一 | n:12
                        9.2.4 例の題六 | n:14
                        """)),
                layout("an objective over the whole width, its controls below it", Book.of().sheet("一覧", """
                        統制目標・番号 | 番号 | 詳細管理策
                        9.2.3 例：鍵の束を管理する。 | |
                        | '9.2.3.1 | 例：鍵を渡す前に名前を書く。
                        | 9.2.3.2 | 例：鍵は一人に一つだけ渡す。
                        | 9.2.3.10 | 例：鍵の数を毎月数える。
                        | 9.2.3.11.PB | 例：提供者は鍵の箱を閉める。
                        9.2.4 例：合言葉の配り方を決める。 | |
                        | 9.2.4.1 | 例：合言葉は手紙で送らない。
                        | 9.2.4.9.PB | 例：提供者は合言葉を見せない。
                        """)),
                layout("a form to be filled in beside the controls", Book.of().sheet("別添", """
                        | 管理基準 | | 言明 | |
                        No. | 管理策番号 | 管理策 | 実施の有無 | 実施内容 | 実施しない理由
                        1 | 9.2.3 | 例：鍵の束を管理する。 | 実施 | 例：このように行っています。 |
                        2 | 9.2.3.1 | 例：鍵を渡す前に名前を書く。 | 実施 | 例：名簿を付けています。 |
                        3 | 9.2.3.2 | 例：鍵は一人に一つだけ渡す。 | 実施 | 例：一つずつ渡しています。 |
                        4 | 9.2.3.10 | 例：鍵の数を毎月数える。 | 非該当 | | 例：鍵がありません。
                        5 | 9.2.3.11 | 例：提供者は鍵の箱を閉める。 | 実施 | 例：閉めています。 |
                        6 | 9.2.4 | 例：合言葉の配り方を決める。 | 実施 | 例：決めています。 |
                        7 | 9.2.4.1 | 例：合言葉は手紙で送らない。 | 実施 | 例：送っていません。 |
                        8 | 9.2.4.9 | 例：提供者は合言葉を見せない。 | 実施 | 例：見せていません。 |
                        """)),
                layout("before and after a revision side by side", Book.of().sheet("一覧", """
                        番号 | 改定前の管理策 | 改定後の管理策
                        9.2.3 | 例：昔の文一。 | 例：鍵の束を管理する。
                        9.2.3.1 | 例：昔の文二。 | 例：鍵を渡す前に名前を書く。
                        9.2.3.2 | 例：昔の文三。 | 例：鍵は一人に一つだけ渡す。
                        9.2.3.10 | 例：昔の文四。 | 例：鍵の数を毎月数える。
                        9.2.3.11.PB | 例：昔の文五。 | 例：提供者は鍵の箱を閉める。
                        9.2.4 | 例：昔の文六。 | 例：合言葉の配り方を決める。
                        9.2.4.1 | 例：昔の文七。 | 例：合言葉は手紙で送らない。
                        9.2.4.9.PB | 例：昔の文八。 | 例：提供者は合言葉を見せない。
                        """)),
                layout("marks for P and B, radicals that came out of a PDF, a heading repeated on every page", Book.of().sheet("一覧", """
                        番号 | P | B | 管理策
                        9.2.3 | | | 例：鍵の束を管理する。
                        9.2.3.1 | | | 例：鍵を渡す前に名前を書く。
                        9.2.3.2 | | | 例：鍵は⼀⼈に⼀つだけ渡す。

                        番号 | P | B | 管理策
                        9.2.3.10 | | | 例：鍵の数を毎⽉数える。
                        9.2.3.11 | ○ | ○ | 例：提供者は鍵の箱を閉める。
                        9.2.4 | | | 例：合言葉の配り方を決める。
                        9.2.4.1 | | | 例：合⾔葉は手紙で送らない。
                        9.2.4.9 | ○ | ○ | 例：提供者は合言葉を見せない。
                        """)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void everyLayoutIsReadAlike(String name, List<Sheet> sheets) {
        var reading = CriteriaWorkbookReader.read(sheets, KNOWN);

        assertThat(reading.problems()).as(reading.sheets().toString()).isEmpty();
        assertThat(texts(reading)).isEqualTo(WORDS);
    }

    /** Where the suffixes stand in the workbook, a new edition is read out of it alike. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void everyLayoutIsReadAlikeWithoutAnEditionThatTellsTheIdentifiers(String name, List<Sheet> sheets) {
        var reading = CriteriaWorkbookReader.read(sheets, KnownIds.none());

        assertThat(reading.problems()).as(reading.sheets().toString()).isEmpty();
        var withoutSuffix = texts(reading).entrySet().stream()
                .collect(Collectors.toMap(text -> KnownIds.number(text.getKey()), Map.Entry::getValue));
        assertThat(withoutSuffix).isEqualTo(WORDS.entrySet().stream()
                .collect(Collectors.toMap(text -> KnownIds.number(text.getKey()), Map.Entry::getValue)));
    }

    /** A seed is the number of the repetition, so that a failure can be run again. */
    @RepeatedTest(20)
    void theOrderOfSheetsAndColumnsPlaysNoPart(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        layouts().forEach(layout -> {
            @SuppressWarnings("unchecked")
            var sheets = new ArrayList<>((List<Sheet>) layout.get()[1]);
            Collections.shuffle(sheets, random);
            var shuffled = sheets.stream().map(sheet -> {
                var order = IntStream.range(0, Book.width(sheet)).boxed().collect(Collectors.toCollection(ArrayList::new));
                Collections.shuffle(order, random);
                return Book.reordered(sheet, order);
            }).toList();

            var reading = CriteriaWorkbookReader.read(shuffled, KNOWN);

            assertThat(texts(reading)).as(layout.get()[0] + " " + reading.sheets()).isEqualTo(WORDS);
            assertThat(reading.problems()).as(layout.get()[0] + " " + reading.sheets()).isEmpty();
        });
    }

    private static Arguments layout(String name, Book book) {
        return Arguments.of(name, book.sheets);
    }

    private static Map<String, String> texts(ReadingOfWorkbook reading) {
        return reading.controls().stream().filter(control -> control.textJa() != null).collect(Collectors.toMap(
                Control::id, control -> Words.key(control.textJa()), (one, other) -> one + other, LinkedHashMap::new));
    }

    private static Map<String, String> words(String lines) {
        return lines.lines().map(line -> line.split(" ", 2)).collect(Collectors.toMap(word -> word[0], word -> Words.key(word[1])));
    }
}
