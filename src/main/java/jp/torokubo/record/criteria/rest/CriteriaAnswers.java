// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.ControlPage;
import jp.torokubo.record.criteria.Hole;
import jp.torokubo.record.criteria.OfficialText;
import org.jspecify.annotations.Nullable;

/** What the API answers about the criteria. Every member is always there; null is "not known", an empty text is "there is none". */
final class CriteriaAnswers {

    private CriteriaAnswers() {}

    @Schema(name = "CriteriaEditions", description = "取り込んだ管理基準の版。より新しい版があるかもしれません。"
            + "The editions of the control criteria that are loaded; there may be newer ones.")
    record Editions(@JsonProperty("editions") List<Edition> editions) {}

    @Schema(name = "CriteriaEdition", description = "管理基準の1つの版。One edition of the control criteria.")
    record Edition(
            @Schema(description = "版の名。Name of the edition.", example = "2024-07") @JsonProperty("id") String id,
            @JsonProperty("title_ja") String titleJa,
            @Schema(nullable = true) @JsonProperty("title_en") @Nullable String titleEn,
            @Schema(description = "この日・月から。日が分からなければ月まで。The day from which it stands, or the month where no more is known.",
                    nullable = true, example = "2024-07")
            @JsonProperty("stands_from") @Nullable String standsFrom,
            @JsonProperty("provenance") String provenance,
            @JsonProperty("source") String source,
            @Schema(description = "すべての行の数。How many rows it has, of all tiers.") @JsonProperty("total") int total,
            @Schema(description = "1件ずつ評価される項目の数。How many items are assessed one by one.", example = "1163")
            @JsonProperty("assessed") int assessed,
            @JsonProperty("mandatory") Floor mandatory,
            @Schema(description = "欠番。Numbers passed over; not errors.") @JsonProperty("holes") List<String> holes) {

        static Edition of(Catalogue catalogue) {
            var edition = catalogue.edition();
            var floor = catalogue.mandatoryFloor();
            return new Edition(
                    edition.id(), edition.titleJa(), edition.titleEn(), edition.standsFrom() == null ? null : edition.standsFrom().text(),
                    edition.source().provenance().code(), edition.source().ja(), catalogue.controls().size(), catalogue.assessed().size(),
                    new Floor(floor.governance().size(), floor.management().size(), floor.objectives().size(), floor.basicDetails().size()),
                    catalogue.holes().stream().map(Hole::number).toList());
        }
    }

    @Schema(name = "MandatoryFloor", description = "原則としてどの言明書にも含まれるもの。What every statement contains in principle.")
    record Floor(
            @JsonProperty("governance") int governance, @JsonProperty("management") int management,
            @JsonProperty("objectives") int objectives,
            @Schema(description = "記号が B または PB の詳細管理策。Detailed controls whose suffix is B or PB.")
            @JsonProperty("basic_details") int basicDetails) {}

    @Schema(name = "ControlList", description = "管理策の一覧。Rows of an edition, in natural order.")
    record ControlList(
            @Schema(description = "版。The edition.", example = "2024-07") @JsonProperty("criteria_edition") String edition,
            @Schema(description = "条件に合う件数。How many match, on all pages.") @JsonProperty("total") int total,
            @JsonProperty("controls") List<Row> controls,
            @Schema(description = "次の頁の cursor。最後の頁では null。Cursor of the next page; null on the last.", nullable = true)
            @JsonProperty("next_cursor") @Nullable String nextCursor) {

        static ControlList of(ControlPage page) {
            return new ControlList(
                    page.catalogue().edition().id(), page.total(), page.controls().stream().map(Row::of).toList(), page.nextCursor());
        }
    }

    @Schema(name = "Control", description = "管理基準の1行。One row of the control criteria.")
    record Row(
            @Schema(description = "番号と記号。Number with its suffix.", example = "9.2.3.11.PB") @JsonProperty("id") String id,
            @Schema(description = "段：chapter, category, heading, governance, management, objective, detail。The tier.")
            @JsonProperty("tier") String tier,
            @Schema(description = "上の行の番号。章では空。Id of the row above; empty for chapters.", example = "9.2.3")
            @JsonProperty("parent") String parent,
            @Schema(description = "記号：P, B, PB。無ければ空。The suffix; empty where there is none.") @JsonProperty("suffix") String suffix,
            @Schema(description = "扱い：none, mandatory, selectable。What a statement must do about it.")
            @JsonProperty("obligation") String obligation,
            @Schema(description = "日本語の題名。Title in Japanese.") @JsonProperty("title_ja") String titleJa,
            @Schema(description = "英語の題名。Title in English.", nullable = true) @JsonProperty("title_en") @Nullable String titleEn,
            @Schema(description = "規格と箇所。無ければ空。Standard and clause; empty where there is none.") @JsonProperty("reference") String reference,
            @Schema(description = "取り込んだ版のうち、最初にある版。First covered edition that has it.") @JsonProperty("first_edition") String firstEdition,
            @Schema(description = "文言か例を変えた版。無ければ空。Edition that changed its wording or examples; empty where there is none.")
            @JsonProperty("changed_in") String changedIn,
            @Schema(description = "この登録簿の題名の作り方：standard-title, own-summary, pointer。What the titles of this register are.")
            @JsonProperty("title_basis") String titleBasis,
            @Schema(description = "示した日本語の題名の作り方。公式の文を取り込めば official。What the Japanese title shown is; official once imported.")
            @JsonProperty("title_ja_basis") String titleJaBasis,
            @Schema(description = "示した英語の題名の作り方。What the English title shown is.") @JsonProperty("title_en_basis") String titleEnBasis,
            @Schema(description = "公式の日本語の文。取り込むまで null。Official text in Japanese; null until imported.", nullable = true)
            @JsonProperty("text_ja") @Nullable String textJa,
            @Schema(description = "公式の英語の文。取り込むまで null。Official text in English; null until imported.", nullable = true)
            @JsonProperty("text_en") @Nullable String textEn) {

        static Row of(Control control) {
            return new Row(
                    control.id(), control.tier().code(), empty(control.parent()), control.suffix().code(), control.obligation().code(),
                    control.title(false), control.titleIn(true), control.reference(), control.firstEdition(), empty(control.changedIn()),
                    control.titleBasis().code(), control.basis(false).code(), control.basis(true).code(), body(control.officialJa()),
                    body(control.officialEn()));
        }

        private static String empty(@Nullable String text) {
            return text == null ? "" : text;
        }

        private static @Nullable String body(@Nullable OfficialText text) {
            return text == null ? null : text.body();
        }
    }
}
