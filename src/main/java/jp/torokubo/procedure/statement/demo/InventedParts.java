// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.demo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.procedure.statement.Assurance;
import jp.torokubo.procedure.statement.BaseService;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.DataKind;
import jp.torokubo.procedure.statement.ScopeFunction;
import jp.torokubo.procedure.statement.ServiceModel;
import jp.torokubo.procedure.statement.Standing;
import jp.torokubo.procedure.statement.Wording;
import org.jspecify.annotations.Nullable;

/** Every part of an invented statement. */
final class InventedParts {

    private static final Wording EAST = new Wording("例：東日本", "Example: East Japan");
    private static final Wording WEST = new Wording("例：西日本", "Example: West Japan");

    private InventedParts() {}

    /**
     * @param registered the service of the register
     * @param inside functions that the statement covers
     * @param outside one that it does not
     * @param base on which the service stands; null: on none
     */
    record Invented(
            Wording service, UUID registered, ServiceModel model, Wording company, List<Wording> inside, Wording outside, @Nullable BaseService base,
            LocalDate from, LocalDate until) {}

    static List<Content> of(Invented invented) {
        var base = invented.base();
        return List.of(
                new Content.Service(invented.service(), Set.of(invented.model()), invented.registered()),
                new Content.Scope(functions(invented)),
                new Content.BaseServices(base == null, base == null ? List.of() : List.of(base)),
                overview(invented),
                new Content.Period(invented.from(), invented.until()),
                new Content.SubsequentEvents(false, invented.until().plusMonths(2), List.of(new Content.SubsequentEvent(
                        invented.until().plusDays(20),
                        new Wording("例：管理拠点の移転を終えた。管理策への影響はない。", "Example: the operations site moved; no control was affected.")))),
                new Content.SpecialNotes(false, new Wording("例：特に記すべき前提はこの言明書の各欄に記した。", "Example: every premise is stated in its place.")),
                new Content.Representation(
                        new Wording("例 代表", "Example Representative"), new Wording("例：最高情報セキュリティ責任者", "Example: CISO"),
                        new Wording("例：取締役会の決議によりサービスの情報セキュリティの最終責任を負う。", "Example: bears final responsibility by a decision of the board."),
                        invented.until().plusMonths(2), EnumSet.allOf(Assurance.class)),
                new Content.Disclosures(
                        new Wording("例：外国資本による支配はない。役員は日本に居住する。", "Example: no foreign control; the directors live in Japan."),
                        new Wording("例：国外の法令によりデータへのアクセスを求められる事業拠点を持たない。", "Example: no establishment is subject to foreign orders for access."),
                        new Wording("例：準拠法は日本法、専属的合意管轄は東京地方裁判所とする。", "Example: law of Japan; Tokyo District Court."),
                        new Wording("例：第三者の脆弱性診断を年1回受け、利用者の診断も事前の申請により受け入れる。", "Example: tested yearly by a third party; tests by customers on request.")),
                new Content.AiFunctions(invented.base() == null, invented.base() == null ? List.of() : List.of(new Content.AiFunction(
                        new Wording("例：文書要約", "Example: summaries"), new Wording("例：共有された文書の要約を作る。", "Example: sums up shared documents."),
                        new Wording("例：自社で学習した言語モデル", "Example: a language model of our own"), false, false))),
                new Content.Subcontractors(false, List.of(
                        new Content.Subcontractor(new Wording("例：見本保守株式会社", "Example: Mihon Maintenance"), new Wording("例：設備の保守", "Example: maintenance of facilities"), "日本"),
                        new Content.Subcontractor(new Wording("例：見本サポート株式会社", "Example: Mihon Support"), new Wording("例：夜間の問い合わせ窓口", "Example: support at night"), "日本"))));
    }

    private static List<ScopeFunction> functions(Invented invented) {
        var all = new java.util.ArrayList<ScopeFunction>();
        var key = invented.base() == null ? "" : invented.base().key();
        for (var name : invented.inside()) {
            all.add(new ScopeFunction(name, Standing.INSIDE, Map.of(
                    DataKind.STORAGE, List.of(EAST.ja()), DataKind.PROCESSING, List.of(EAST.ja()), DataKind.BACKUP, List.of(WEST.ja()),
                    DataKind.LOGS, List.of(EAST.ja(), WEST.ja())), key, Wording.NONE));
        }
        all.add(new ScopeFunction(
                invented.outside(), Standing.OUTSIDE, Map.of(), "",
                new Wording("例：試験提供のため対象に含めない。", "Example: on trial, and so outside.")));
        if (invented.base() != null) {
            all.add(new ScopeFunction(
                    new Wording("例：旧版クライアントからの同期", "Example: sync from old clients"), Standing.UNKNOWN, Map.of(), "",
                    new Wording("例：対象に含まれるかを確認している。", "Example: whether it is inside is being looked into.")));
        }
        return all;
    }

    private static Content.Overview overview(Invented invented) {
        var names = new StringBuilder();
        invented.inside().forEach(name -> names.append(names.isEmpty() ? "" : "、").append("「").append(name.ja()).append("」"));
        return new Content.Overview(
                invented.company(),
                new Wording(invented.service().ja() + "は、" + names + "を提供する。", ""),
                new Wording("例：" + EAST.ja() + "で処理と保管を行い、" + WEST.ja() + "に複製を置く。物理層から応用層までを分離した区画に配置する。", ""),
                new Wording("例：変更、アクセス、障害の各手続を全社共通の内部統制として運用する。", ""),
                new Wording("例：同じ手順と同じ管理者で運用する設備を一つの母集団として扱う（標準監査手続 3.2）。", ""));
    }
}
