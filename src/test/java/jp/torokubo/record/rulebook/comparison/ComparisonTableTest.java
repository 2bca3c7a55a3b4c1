// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.comparison;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.torokubo.record.rulebook.comparison.ComparisonTable.Block;
import jp.torokubo.record.rulebook.comparison.ComparisonTable.Extent;
import org.junit.jupiter.api.Test;

/** The table of the amendment of 2021, and what other amendments need. Changed words stand in [brackets]. */
class ComparisonTableTest {

    /** The amendment as it was published: which passages stand in the table, what is underlined, what is left out. */
    @Test
    void theAmendmentOf2021ComesOutOfItsTwoTexts() throws IOException {
        var table = ComparisonTable.of(text("framework-before"), text("framework-after"), Extent.EXCERPT);

        assertThat(drawn(table)).isEqualTo("""
                １（略）
                | １（略）
                # ２　各政府機関等における本制度の利用の考え方
                各政府機関等は、クラウドサービスを調達する際には、本制度において登録されたサービスから調達することを原則とし、（〜略〜）詳細は、サイバーセキュリティ対策推進会議、[デジタル社会推進会議幹事会]において定めるものとする。
                （略）
                各政府機関等の情報システムの調達に著しい支障が生じないよう、制度利用における経過措置、移行期間を十分に確保するものとし、具体的な期間等の詳細は、サイバーセキュリティ対策推進会議、[デジタル社会推進会議幹事会]において定めるものとする。
                | # ２　各政府機関等における本制度の利用の考え方
                | 各政府機関等は、クラウドサービスを調達する際には、本制度において登録されたサービスから調達することを原則とし、（〜略〜）詳細は、サイバーセキュリティ対策推進会議、[各府省情報化統括責任者（CIO）連絡会議]において定めるものとする。
                | （略）
                | 各政府機関等の情報システムの調達に著しい支障が生じないよう、制度利用における経過措置、移行期間を十分に確保するものとし、具体的な期間等の詳細は、サイバーセキュリティ対策推進会議、[各府省情報化統括責任者（CIO）連絡会議]において定めるものとする。
                # ３　本制度の所管と運用体制
                本制度の所管は内閣官房内閣サイバーセキュリティセンター（以下「NISC」という。）・[デジタル庁]・総務省・経済産業省とする。また本制度の最高意思決定機関として、有識者と所管省庁を構成員とした制度運営委員会を設置し、事務局をNISCに置く。
                （略）
                なお、本制度は政府全体の情報システムの調達に関する質の向上に資するものであることから、令和３年度以降の制度運用に必要な経費の分担については、[デジタル庁]における情報システム関係予算に関する一括計上の取組の活用等も含めた検討を行い、結論を得るものとする。
                | # ３　本制度の所管と運用体制
                | 本制度の所管は内閣官房[（]内閣サイバーセキュリティセンター（以下「NISC」という。）・[情報通信技術（IT）総合戦略室）]・総務省・経済産業省とする。また本制度の最高意思決定機関として、有識者と所管省庁を構成員とした制度運営委員会を設置し、事務局をNISCに置く。
                | （略）
                | なお、本制度は政府全体の情報システムの調達に関する質の向上に資するものであることから、令和３年度以降の制度運用に必要な経費の分担については、[内閣官房]における情報システム関係予算に関する一括計上の取組の活用等も含めた検討を行い、結論を得るものとする。
                """);
        assertThat(table.changedPassages()).isEqualTo(4);
    }

    /** The published texts leave out what did not change. With the gaps filled, the same table must still come out. */
    @Test
    void whatThePublishedTextsLeaveOutIsLeftOutByTheTableToo() throws IOException {
        var published = ComparisonTable.of(text("framework-before"), text("framework-after"), Extent.EXCERPT);

        var whole = ComparisonTable.of(filled(text("framework-before")), filled(text("framework-after")), Extent.EXCERPT);

        assertThat(drawn(whole)).isEqualTo(drawn(published));
    }

    @Test
    void sameTextsHaveNoRows() throws IOException {
        assertThat(ComparisonTable.of(text("framework-after"), text("framework-after"), Extent.EXCERPT).rows()).isEmpty();
    }

    @Test
    void sectionsThatDidNotChangeStandTogether() {
        assertThat(drawn("１　目的\nあ。\n２　定義\nい。\n３　範囲\nう。\n４　施行\n四月一日から施行する。", "１　目的\nあ。\n２　定義\nい。\n３　範囲\nう。\n４　施行\n五月一日から施行する。"))
                .isEqualTo("""
                        １～３（略）
                        | １～３（略）
                        # ４　施行
                        [五]月一日から施行する。
                        | # ４　施行
                        | [四]月一日から施行する。
                        """);
    }

    @Test
    void aNewPassageStandsAgainstTheWordsThatItIsNew() {
        assertThat(drawn("１　目的\nこの規程は、登録について定める。", "１　目的\nこの規程は、登録について定める。\n委員会は、別に手引きを置く。")).isEqualTo("""
                # １　目的
                （略）
                [委員会は、別に手引きを置く。]
                | # １　目的
                | （略）
                | （新設）
                """);
    }

    @Test
    void aPassageThatIsTakenOutStandsAgainstTheWordsThatItIsRemoved() {
        assertThat(drawn("１　目的\nこの規程は、登録について定める。\n委員会は、別に手引きを置く。", "１　目的\nこの規程は、登録について定める。")).isEqualTo("""
                # １　目的
                （略）
                （削る）
                | # １　目的
                | （略）
                | [委員会は、別に手引きを置く。]
                """);
    }

    @Test
    void aLongUnchangedStretchInsideAPassageIsLeftOutAtTheEndOfAPhrase() {
        var before = "申請者は、" + "必要な書類をそろえ、".repeat(40) + "三月以内に申請する。";

        var table = ComparisonTable.of(before, before.replace("三月", "六月"), Extent.EXCERPT);

        assertThat(table.rows().get(0).after().get(0).text()).startsWith("申請者は、").contains("、（〜略〜）必要な").endsWith("六月以内に申請する。")
                .hasSizeLessThan(180);
    }

    @Test
    void theWholeTableLeavesNothingOut() throws IOException {
        var before = filled(text("framework-before"));
        var after = filled(text("framework-after"));

        var table = ComparisonTable.of(before, after, Extent.WHOLE);

        assertThat(table.rows().stream().flatMap(row -> row.before().stream()).map(Block::text).collect(joining("\n", "", "\n")))
                .isEqualTo(before);
        assertThat(table.rows().stream().flatMap(row -> row.after().stream()).map(Block::text).collect(joining("\n", "", "\n")))
                .isEqualTo(after);
    }

    private static String filled(String text) {
        return text.replace("\n（略）\n", "\nこの段は変わらない。\nこの段も変わらない。\n").replace("１（略）", "１　本制度の目的\n目的は変わらない。");
    }

    private static String drawn(String before, String after) {
        return drawn(ComparisonTable.of(before, after, Extent.EXCERPT));
    }

    private static String drawn(ComparisonTable table) {
        return table.rows().stream().map(row -> side("", row.after()) + side("| ", row.before())).collect(joining());
    }

    private static String side(String mark, List<Block> blocks) {
        return blocks.stream()
                .map(block -> mark + (block.kind() == Block.Kind.HEADING ? "# " : "") + block.pieces().stream()
                        .map(piece -> piece.changed() ? "[" + piece.text() + "]" : piece.text())
                        .collect(joining()) + "\n")
                .collect(joining());
    }

    private static String text(String name) throws IOException {
        try (var stream = ComparisonTableTest.class.getResourceAsStream("/rulebook/texts/" + name + ".txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
