// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.DatedList;
import jp.torokubo.record.criteria.ListKind;
import jp.torokubo.record.criteria.Tier;
import jp.torokubo.record.criteria.shipped.ShippedCatalogue;
import jp.torokubo.record.register.Status;
import jp.torokubo.record.rulebook.Provenance;
import jp.torokubo.record.rulebook.Source;

/** A statement of which nothing can be said against, to be spoiled by tests, and what is around it. */
final class StatementDraft {

    static final UUID BELOW = new UUID(7, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final String BASIC = "9.2.3.11.PB";
    static final String OBJECTIVE = "9.2.3";
    static final String LEFT_OUT = "9.2.3.1";
    static final String ADOPTED = "9.2.3.2";

    private static final Catalogue SHIPPED = catalogue(List.of());

    StatementContent content = StatementContent.EMPTY;
    final Map<String, Answer> answers = new LinkedHashMap<>();
    final List<Evidence> evidence = new ArrayList<>();
    final List<Surroundings.Below> happened = new ArrayList<>();
    Content.Period previous = new Content.Period(day("2024-04-01"), day("2025-03-31"));
    Period longest = Period.ofYears(1);
    Period shortest = Period.ofMonths(3);
    Status below = Status.REGISTERED;
    LocalDate belowUntil = day("2027-12-31");
    Choice baseSays;
    List<String> important = List.of();

    StatementDraft() {
        with(new Content.Service(Wording.of("例のクラウド"), Set.of(ServiceModel.PAAS), null));
        with(new Content.Scope(List.of(
                function("オブジェクトストレージ", Standing.INSIDE, List.of("東京"), "base"),
                function("Queue Service", Standing.INSIDE, List.of("大阪"), ""),
                function("試験公開の機能", Standing.OUTSIDE, List.of(), ""))));
        with(new Content.BaseServices(false, List.of(new BaseService("base", Wording.of("例の基盤"), BELOW, null))));
        with(new Content.Overview(
                Wording.of("例の会社は、国内でクラウドサービスを提供しています。"),
                Wording.of("オブジェクト ストレージと、ＱＵＥＵＥ　ｓｅｒｖｉｃｅからなります。"),
                Wording.of("東京と大阪の二つのリージョンに置いた基盤の上で動かします。"),
                Wording.of("情報セキュリティ委員会が方針を定め、各部が手順に従います。"),
                Wording.of("同じ手順と同じ責任者のもとで運用するものを同一の母集団とします。")));
        with(new Content.Period(day("2025-04-01"), day("2026-03-31")));
        with(new Content.SubsequentEvents(true, day("2026-05-29"), List.of()));
        with(new Content.SpecialNotes(true, Wording.NONE));
        with(new Content.Representation(
                Wording.of("登録 花子"), Wording.of("取締役 最高情報セキュリティ責任者"), Wording.of("取締役会規程により最終責任を持つ"),
                day("2026-05-20"), EnumSet.allOf(Assurance.class)));
        with(new Content.Disclosures(
                Wording.of("資本関係は別紙のとおりで、役員は全員が国内に住んでいます。"), Wording.of("国外法の適用を受けるおそれはありません。"),
                Wording.of("日本法に準拠し、東京地方裁判所を管轄とします。"), Wording.of("年に一度、第三者による侵入試験を行います。")));
        with(new Content.AiFunctions(true, List.of()));
        with(new Content.Subcontractors(true, List.of()));
        int odd = 0;
        for (var control : SHIPPED.controls()) {
            if (AnswerRules.isAnswered(control)) {
                var leftOut = control.tier() == Tier.DETAIL && !control.suffix().basic() && ++odd % 4 == 0;
                answers.put(control.id(), leftOut ? leftOut(control.id(), goodReason(control.id()))
                        : adopted(control.id(), "手順書に従って担当者が毎月行い、責任者が記録を確かめています。"));
            }
        }
        put(leftOut(LEFT_OUT, goodReason(LEFT_OUT)));
        put(adopted(ADOPTED, "特権を与えるときは、二人で申請と承認を行い、記録を残しています。"));
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    static String goodReason(String control) {
        return "この管理策（" + control + "）が想定する機器は、本サービスの構成に含まれていないため。";
    }

    static ScopeFunction function(String name, Standing standing, List<String> regions, String below) {
        return new ScopeFunction(Wording.of(name), standing, Map.of(DataKind.STORAGE, regions), below, Wording.NONE);
    }

    static Answer adopted(String control, String text) {
        return adopted(control, List.of(Realisation.throughout(Wording.of(text))));
    }

    static Answer adopted(String control, List<Realisation> realisations) {
        return new Answer(control, Choice.ADOPTED, realisations, Wording.NONE, "", null, RowState.SETTLED, null, 1);
    }

    static Answer leftOut(String control, String reason) {
        return new Answer(control, Choice.LEFT_OUT, List.of(), Wording.of(reason), "", null, RowState.SETTLED, null, 1);
    }

    StatementDraft with(Content part) {
        content = content.with(part);
        return this;
    }

    StatementDraft put(Answer answer) {
        answers.put(answer.control(), answer);
        return this;
    }

    StatementDraft open(String control) {
        answers.remove(control);
        return this;
    }

    StatementDraft overview(UnaryOperator<Content.Overview> changed) {
        return with(changed.apply(content.overview()));
    }

    StatementDraft below(Status status, String until) {
        below = status;
        belowUntil = until == null ? null : day(until);
        return this;
    }

    /** Of whatever rests on it. */
    StatementDraft baseSays(Choice choice) {
        baseSays = choice;
        return this;
    }

    StatementDraft shown(String title, String sha256, String until) {
        evidence.add(new Evidence(
                new UUID(9, evidence.size()), title, sha256, sha256 == null ? null : title, sha256 == null ? "https://example.jp/" : null, "",
                until == null ? null : day(until), List.of(ADOPTED)));
        return this;
    }

    Surroundings surroundings() {
        return new Surroundings(
                previous, longest, shortest,
                (service, on) -> below == null || !service.equals(BELOW) ? Optional.empty()
                        : Optional.of(new BaseServiceStates.State(below, belowUntil)),
                TODAY, happened, on -> Optional.ofNullable(baseSays));
    }

    WholeStatement whole() {
        var id = new UUID(1, 1);
        return new WholeStatement(
                new Statement(new StatementId(id), new DossierId(id), "2025年度", SHIPPED.edition().id(), null, Instant.EPOCH),
                content, answers, evidence);
    }

    Catalogue catalogue() {
        return important.isEmpty() ? SHIPPED : catalogue(important);
    }

    SelfCheck check() {
        return new SelfCheck(catalogue(), surroundings());
    }

    /** What is said against it as it is now. */
    List<Remark> remarks() {
        return check().whole(whole()).all();
    }

    private static Catalogue catalogue(List<String> important) {
        var shipped = ShippedCatalogue.read(Instant.EPOCH);
        var newest = shipped.get(shipped.size() - 1);
        var lists = important.isEmpty() ? List.<DatedList>of() : List.of(new DatedList(
                new UUID(3, 3), ListKind.IMPORTANT, newest.edition().id(), null, null, new Source(Provenance.UNVERIFIED, "例", "example"),
                Instant.EPOCH, "operator", null, important.stream().map(control -> new DatedList.Entry(control, "")).toList()));
        return new Catalogue(newest.edition(), newest.controls(), lists);
    }
}
