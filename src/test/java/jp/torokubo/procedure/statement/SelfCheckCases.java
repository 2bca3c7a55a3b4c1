// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import static jp.torokubo.procedure.statement.StatementDraft.ADOPTED;
import static jp.torokubo.procedure.statement.StatementDraft.BASIC;
import static jp.torokubo.procedure.statement.StatementDraft.BELOW;
import static jp.torokubo.procedure.statement.StatementDraft.LEFT_OUT;
import static jp.torokubo.procedure.statement.StatementDraft.OBJECTIVE;
import static jp.torokubo.procedure.statement.StatementDraft.adopted;
import static jp.torokubo.procedure.statement.StatementDraft.day;
import static jp.torokubo.procedure.statement.StatementDraft.function;
import static jp.torokubo.procedure.statement.StatementDraft.goodReason;
import static jp.torokubo.procedure.statement.StatementDraft.leftOut;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.torokubo.procedure.statement.Content.AiFunction;
import jp.torokubo.procedure.statement.Content.AiFunctions;
import jp.torokubo.procedure.statement.Content.BaseServices;
import jp.torokubo.procedure.statement.Content.Disclosures;
import jp.torokubo.procedure.statement.Content.Overview;
import jp.torokubo.procedure.statement.Content.Period;
import jp.torokubo.procedure.statement.Content.Representation;
import jp.torokubo.procedure.statement.Content.Scope;
import jp.torokubo.procedure.statement.Content.Service;
import jp.torokubo.procedure.statement.Content.SpecialNotes;
import jp.torokubo.procedure.statement.Content.Subcontractor;
import jp.torokubo.procedure.statement.Content.Subcontractors;
import jp.torokubo.procedure.statement.Content.SubsequentEvent;
import jp.torokubo.procedure.statement.Content.SubsequentEvents;
import jp.torokubo.record.register.Status;

/** For every rule of the self-check: how a complete statement is changed, and where the rule then speaks. */
final class SelfCheckCases {

    /** @param expected places, and what is meant at them */
    record Case(String rule, String name, Consumer<StatementDraft> spoil, List<String> expected) {
        @Override
        public String toString() {
            return rule + ": " + name;
        }
    }

    private static final List<Case> ALL = new ArrayList<>();

    static {
        rows();
        changes();
        readers();
        parts();
        papers();
        scope();
        below();
        period();
        events();
        evidence();
    }

    private SelfCheckCases() {}

    static List<Case> all() {
        return List.copyOf(ALL);
    }

    private static void of(String rule, String name, Consumer<StatementDraft> spoil, String... expected) {
        ALL.add(new Case(rule, name, spoil, Arrays.asList(expected)));
    }

    private static void rows() {
        of("governance-open", "not answered", draft -> draft.open("3.1.2.1"), "3.1.2.1");
        of("governance-open", "a heading is no row", draft -> draft.open("3.1.2"));
        of("governance-open", "management is another rule", draft -> draft.open("4.4.1.1"));
        of("management-open", "not answered", draft -> draft.open("4.4.1.1"), "4.4.1.1");
        of("management-open", "governance is another rule", draft -> draft.open("3.1.2.1"));
        of("objective-open", "not answered", draft -> draft.open("5.1.1"), "5.1.1");
        of("objective-open", "excluded", draft -> draft.put(leftOut("5.1.1", goodReason("5.1.1"))));
        of("basic-detail-open", "not answered", draft -> draft.open(BASIC), BASIC);
        of("basic-detail-open", "B alone counts too", draft -> draft.open("9.4.2.2.B"), "9.4.2.2.B");
        of("basic-detail-open", "P alone does not", draft -> draft.open("5.1.1.12.P"));
        of("basic-detail-open", "its objective is excluded", draft -> draft.open(BASIC).put(leftOut(OBJECTIVE, goodReason(OBJECTIVE))));
        of("basic-detail-open", "its objective is not answered", draft -> draft.open(BASIC).open(OBJECTIVE), BASIC);
        of("detail-open", "not answered", draft -> draft.open(LEFT_OUT), LEFT_OUT);
        of("detail-open", "a basic one is another rule", draft -> draft.open(BASIC));
        of("detail-open", "its objective is excluded", draft -> draft.open(LEFT_OUT).put(leftOut(OBJECTIVE, goodReason(OBJECTIVE))));
        of("governance-left-out", "with a reason", draft -> draft.put(leftOut("3.1.2.1", goodReason("3.1.2.1"))), "3.1.2.1");
        of("governance-left-out", "a detail may be", draft -> draft.put(leftOut(ADOPTED, goodReason(ADOPTED))));
        of("management-left-out", "with a reason", draft -> draft.put(leftOut("4.4.1.1", goodReason("4.4.1.1"))), "4.4.1.1");
        of("management-left-out", "a detail may be", draft -> draft.put(leftOut(ADOPTED, goodReason(ADOPTED))));
        of("basic-detail-left-out", "with a reason", draft -> draft.put(leftOut(BASIC, goodReason(BASIC))), BASIC);
        of("basic-detail-left-out", "its objective is excluded",
                draft -> draft.put(leftOut(BASIC, "")).put(leftOut(OBJECTIVE, goodReason(OBJECTIVE))));
        of("basic-detail-left-out", "one without letters", draft -> draft.put(leftOut(ADOPTED, goodReason(ADOPTED))));
        of("left-out-without-reason", "governance", draft -> draft.put(leftOut("3.1.2.1", "")), "3.1.2.1");
        of("left-out-without-reason", "management", draft -> draft.put(leftOut("4.4.1.1", "")), "4.4.1.1");
        of("left-out-without-reason", "with a reason", draft -> draft.put(leftOut("3.1.2.1", goodReason("3.1.2.1"))));
        of("left-out-without-reason", "a detail is another rule", draft -> draft.put(leftOut(ADOPTED, "")));
        of("objective-without-reason", "excluded", draft -> draft.put(leftOut("5.1.1", "")), "5.1.1");
        of("objective-without-reason", "with a reason", draft -> draft.put(leftOut("5.1.1", goodReason("5.1.1"))));
        of("detail-without-reason", "not selected", draft -> draft.put(leftOut(LEFT_OUT, "")), LEFT_OUT);
        of("detail-without-reason", "a reason in English is a reason", draft -> draft.put(onlyEnglishReason()));
        of("detail-without-reason", "its objective is excluded",
                draft -> draft.put(leftOut(LEFT_OUT, "")).put(leftOut(OBJECTIVE, goodReason(OBJECTIVE))));
        of("details-of-excluded-objective", "two without a reason, one of them not answered",
                draft -> draft.put(leftOut(LEFT_OUT, "")).open("9.2.3.3").put(leftOut(OBJECTIVE, goodReason(OBJECTIVE))), OBJECTIVE);
        of("details-of-excluded-objective", "each with its reason", draft -> {
            draft.put(leftOut(OBJECTIVE, goodReason(OBJECTIVE))).open(BASIC);
            for (int i = 1; i <= 10; i++) {
                draft.put(leftOut("9.2.3." + i, goodReason("9.2.3." + i)));
            }
        });
        of("not-described", "detail", draft -> draft.put(adopted(ADOPTED, "")), ADOPTED);
        of("not-described", "no description at all", draft -> draft.put(adopted(ADOPTED, List.of())), ADOPTED);
        of("not-described", "governance", draft -> draft.put(adopted("3.1.2.1", "")), "3.1.2.1");
        of("not-described", "an objective is described by its details", draft -> draft.put(adopted("5.1.1", "")));
        of("not-described", "taken over", draft -> draft.put(takenOver("")));
        of("taken-over-not-described", "nothing of one's own", draft -> draft.put(takenOver("")), ADOPTED);
        of("taken-over-not-described", "something of one's own", draft -> draft.put(takenOver("設定は当社が行っています。")));
        of("rests-on-no-base", "nobody names the version", draft -> draft.put(takenOver("")), ADOPTED);
        of("rests-on-no-base", "it is named", draft -> resting(draft, BELOW));
        of("rests-on-no-base", "it stands by itself", draft -> draft.put(adopted(ADOPTED, "行っています。")));
        of("rests-on-unregistered", "its base service is not of the register", draft -> resting(draft, null), ADOPTED);
        of("rests-on-unregistered", "it is", draft -> resting(draft, BELOW));
        of("rests-on-unregistered", "nobody names the version is another rule", draft -> draft.put(takenOver("")));
        for (var choice : List.of(Choice.LEFT_OUT, Choice.OPEN)) {
            of("rests-on-not-adopted", choice.code(), draft -> resting(draft, BELOW).baseSays(choice), ADOPTED);
        }
        of("rests-on-not-adopted", "adopted", draft -> resting(draft, BELOW).baseSays(Choice.ADOPTED));
        of("rests-on-not-adopted", "not known", draft -> resting(draft, BELOW));
        of("adopted-under-excluded-objective", "one selected",
                draft -> {
                    for (int i = 1; i <= 10; i++) {
                        draft.put(leftOut("9.2.3." + i, goodReason("9.2.3." + i)));
                    }
                    draft.open(BASIC).put(adopted("9.2.3.4", "行っています。")).put(leftOut(OBJECTIVE, goodReason(OBJECTIVE)));
                }, "9.2.3.4");
        of("adopted-under-excluded-objective", "its objective is not answered", draft -> draft.open(OBJECTIVE));
        of("objective-without-details", "all left out", draft -> {
            for (int i = 1; i <= 10; i++) {
                draft.put(leftOut("9.2.3." + i, goodReason("9.2.3." + i)));
            }
            draft.put(leftOut(BASIC, goodReason(BASIC)));
        }, OBJECTIVE);
        of("objective-without-details", "one is not answered yet", draft -> {
            for (int i = 1; i <= 10; i++) {
                draft.put(leftOut("9.2.3." + i, goodReason("9.2.3." + i)));
            }
            draft.open(BASIC);
        });
    }

    private static void changes() {
        of("change-side-empty", "before", draft -> draft.put(changed("", null, "2025-09-30", "今は自動で行う。", "2025-10-01", null)), ADOPTED);
        of("change-side-empty", "both described", draft -> draft.put(whole()));
        of("change-side-empty", "neither described is another rule", draft -> draft.put(changed("", null, "2025-09-30", "", "2025-10-01", null)));
        of("change-days-missing", "end of the one", draft -> draft.put(changed("前", null, null, "後", "2025-10-01", null)), ADOPTED);
        of("change-days-missing", "beginning of the other", draft -> draft.put(changed("前", null, "2025-09-30", "後", null, null)), ADOPTED);
        of("change-days-missing", "the outer ones may be", draft -> draft.put(whole()));
        of("change-gap", "a day between", draft -> draft.put(changed("前", null, "2025-09-29", "後", "2025-10-01", null)), ADOPTED);
        of("change-gap", "the same day twice", draft -> draft.put(changed("前", null, "2025-10-01", "後", "2025-10-01", null)), ADOPTED);
        of("change-gap", "end of February", draft -> draft.put(changed("前", null, "2026-02-28", "後", "2026-03-01", null)));
        of("change-gap", "day after day", draft -> draft.put(whole()));
        of("change-not-whole-period", "begins late", draft -> draft.put(changed("前", "2025-04-02", "2025-09-30", "後", "2025-10-01", null)), ADOPTED);
        of("change-not-whole-period", "ends early", draft -> draft.put(changed("前", null, "2025-09-30", "後", "2025-10-01", "2026-03-30")), ADOPTED);
        of("change-not-whole-period", "to the day", draft -> draft.put(changed("前", "2025-04-01", "2025-09-30", "後", "2025-10-01", "2026-03-31")));
        of("change-not-whole-period", "the period is not known", draft -> draft
                .put(changed("前", "2025-04-02", "2025-09-30", "後", "2025-10-01", "2026-03-30")).with(Period.EMPTY));
        of("realised-part-of-period", "from inside the period", draft -> draft.put(adopted(ADOPTED, List.of(side("後", "2025-10-01", null)))), ADOPTED);
        of("realised-part-of-period", "from before the period", draft -> draft.put(adopted(ADOPTED, List.of(side("前", "2020-10-01", null)))));
        of("realised-part-of-period", "throughout", draft -> { });
    }

    private static void readers() {
        for (var placeholder : List.of("該当なし", "該当なし。", "（同上）", "TBD", "ｔｂｄ", "Ｎ／Ａ", "後日記入", "ー", "不要のため。", "。", "Same as above")) {
            of("reason-placeholder", placeholder, draft -> draft.put(leftOut(LEFT_OUT, placeholder)), LEFT_OUT);
            of("reason-short", placeholder + " is another rule", draft -> draft.put(leftOut(LEFT_OUT, placeholder)));
        }
        of("reason-placeholder", "the word inside a reason",
                draft -> draft.put(leftOut(LEFT_OUT, "保守用の媒体を持たず、該当する作業が生じることもないため。")));
        of("reason-placeholder", "no reason at all is another rule", draft -> draft.put(leftOut(LEFT_OUT, "")));
        of("reason-short", "19 characters", draft -> draft.put(leftOut(LEFT_OUT, "あ".repeat(19))), LEFT_OUT);
        of("reason-short", "20 characters", draft -> draft.put(leftOut(LEFT_OUT, "あ".repeat(20))));
        of("reason-short", "20 of which one is a space", draft -> draft.put(leftOut(LEFT_OUT, "あ".repeat(10) + "　" + "あ".repeat(9))), LEFT_OUT);
        of("reason-short", "19 beyond the first plane", draft -> draft.put(leftOut(LEFT_OUT, "𠮷".repeat(19))), LEFT_OUT);
        of("reason-short", "no reason at all is another rule", draft -> draft.put(leftOut(LEFT_OUT, "")));
        of("reason-repeated", "ten others", draft -> repeat(draft, 11));
        of("reason-repeated", "eleven others", draft -> repeat(draft, 12), repeated(12));
        of("reason-repeated", "no reason is no text", draft -> repeated(15, draft, ""));
        of("important-left-out", "on the list", draft -> draft.important = List.of(LEFT_OUT, ADOPTED), LEFT_OUT);
        of("important-left-out", "not on the list", draft -> draft.important = List.of(ADOPTED));
        of("important-left-out", "no list is known", draft -> { });
        of("description-placeholder", "同上", draft -> draft.put(adopted(ADOPTED, "同上")), ADOPTED);
        of("description-placeholder", "nothing is another rule", draft -> draft.put(adopted(ADOPTED, "")));
        of("row-only-english", "reason", draft -> draft.put(onlyEnglishReason()), LEFT_OUT);
        of("row-only-english", "description", draft -> draft.put(adopted(ADOPTED, List.of(
                Realisation.throughout(new Wording("", "Two persons approve."))))), ADOPTED);
        of("row-only-english", "both", draft -> draft.put(adopted(ADOPTED, List.of(
                Realisation.throughout(new Wording("二人で承認する。", "Two persons approve."))))));
        of("row-characters", "a radical", draft -> draft.put(adopted(ADOPTED, "⽇ごとに確かめる。")), ADOPTED);
        of("row-characters", "private use, in a reason", draft -> draft.put(leftOut(LEFT_OUT, goodReason(LEFT_OUT) + "\uE000")), LEFT_OUT);
        of("row-characters", "a lost character, in a row not answered", draft -> draft.put(new Answer(
                ADOPTED, Choice.OPEN, List.of(Realisation.throughout(Wording.of("高〓"))), Wording.NONE, "", null, RowState.IN_WORK, null, 1)), ADOPTED);
        of("row-characters", "rare characters are characters", draft -> draft.put(adopted(ADOPTED, "𠮷田と髙橋が、毎⽉でなく毎月①確かめる。".replace("⽉", "月"))));
    }

    private static void parts() {
        of("service-without-name", "none", draft -> draft.with(new Service(Wording.NONE, Set.of(ServiceModel.SAAS), null)), "service");
        of("service-without-name", "in English only", draft -> draft.with(new Service(new Wording("", "Example"), Set.of(ServiceModel.SAAS), null)));
        of("service-without-model", "none", draft -> draft.with(new Service(Wording.of("例"), Set.of(), null)), "service");
        of("service-without-model", "two", draft -> draft.with(new Service(Wording.of("例"), Set.of(ServiceModel.SAAS, ServiceModel.PAAS), null)));
        of("overview-missing", "nothing written", draft -> draft.with(Overview.EMPTY),
                "overview#company", "overview#service", "overview#architecture", "overview#controls", "overview#population");
        of("overview-missing", "one left", draft -> draft.overview(was -> new Overview(
                was.company(), was.service(), was.architecture(), was.controls(), Wording.NONE)), "overview#population");
        of("overview-missing", "all written", draft -> { });
        of("notes-unsaid", "nothing said", draft -> draft.with(SpecialNotes.EMPTY), "special-notes");
        of("notes-unsaid", "written", draft -> draft.with(new SpecialNotes(false, Wording.of("本年度から監査機関が替わりました。"))));
        of("notes-contradict", "none, and written", draft -> draft.with(new SpecialNotes(true, Wording.of("あり"))), "special-notes");
        of("notes-contradict", "none", draft -> { });
        of("part-placeholder", "TBD", draft -> draft.with(new Disclosures(
                Wording.of("TBD"), Wording.of("該当なし"), Wording.of("検討中。"), Wording.of("年に一度行う。"))), "disclosures#capital", "disclosures#jurisdiction");
        of("part-placeholder", "the service's name", draft -> draft.with(new Service(Wording.of("（仮）"), Set.of(ServiceModel.SAAS), null)), "service#service-name");
        of("part-placeholder", "該当なし is an answer there", draft -> draft.with(new SpecialNotes(false, Wording.of("該当なし"))));
        of("part-characters", "in a function's name", draft -> draft.with(new Scope(List.of(
                function("⽂書管理", Standing.INSIDE, List.of("東京"), "")))), "scope");
        of("part-characters", "in the overview", draft -> draft.overview(was -> new Overview(
                Wording.of("〓会社"), was.service(), was.architecture(), was.controls(), was.population())), "overview");
        of("part-characters", "none", draft -> { });
    }

    private static void papers() {
        of("representation-items", "one left", draft -> represent(draft, EnumSet.complementOf(EnumSet.of(Assurance.FRAUD)), "2026-05-20"),
                "representation#fraud");
        of("representation-items", "all eight", draft -> represent(draft, EnumSet.allOf(Assurance.class), "2026-05-20"));
        of("signatory-missing", "no office", draft -> draft.with(new Representation(
                Wording.of("登録 花子"), Wording.NONE, Wording.of("規程"), day("2026-05-20"), EnumSet.allOf(Assurance.class))), "representation");
        of("signatory-missing", "no name", draft -> draft.with(new Representation(
                Wording.NONE, Wording.of("取締役"), Wording.of("規程"), day("2026-05-20"), EnumSet.allOf(Assurance.class))), "representation");
        of("signatory-missing", "both", draft -> represent(draft, EnumSet.allOf(Assurance.class), "2026-05-20"));
        of("signatory-authority", "not stated", draft -> draft.with(new Representation(
                Wording.of("登録 花子"), Wording.of("部長"), Wording.NONE, day("2026-05-20"), EnumSet.allOf(Assurance.class))), "representation");
        of("signatory-authority", "stated", draft -> { });
        of("representation-unsigned", "no day", draft -> represent(draft, EnumSet.allOf(Assurance.class), null), "representation");
        of("representation-unsigned", "a day", draft -> { });
        of("signed-before-end", "the day before", draft -> represent(draft, EnumSet.allOf(Assurance.class), "2026-03-30"), "representation");
        of("signed-before-end", "the last day", draft -> represent(draft, EnumSet.allOf(Assurance.class), "2026-03-31"));
        of("disclosure-missing", "two of four", draft -> draft.with(new Disclosures(
                Wording.NONE, Wording.of("おそれはない。"), Wording.NONE, Wording.of("年に一度行う。"))), "disclosures#capital", "disclosures#jurisdiction");
        of("disclosure-missing", "all four", draft -> { });
        of("ai-unsaid", "nothing said", draft -> draft.with(AiFunctions.EMPTY), "ai-functions");
        of("ai-unsaid", "named", draft -> draft.with(new AiFunctions(false, List.of(ai("要約", "文書を要約する")))));
        of("ai-contradict", "none, and named", draft -> draft.with(new AiFunctions(true, List.of(ai("要約", "文書を要約する")))), "ai-functions");
        of("ai-contradict", "none", draft -> { });
        of("ai-incomplete", "the second has no description", draft -> draft.with(new AiFunctions(false, List.of(
                ai("要約", "文書を要約する"), ai("翻訳", "")))), "ai-functions#2");
        of("ai-incomplete", "both", draft -> draft.with(new AiFunctions(false, List.of(ai("要約", "文書を要約する")))));
        of("subcontractors-unsaid", "nothing said", draft -> draft.with(Subcontractors.EMPTY), "subcontractors");
        of("subcontractors-unsaid", "named", draft -> draft.with(new Subcontractors(false, List.of(subcontractor("例の保守", "監視")))));
        of("subcontractors-contradict", "none, and named", draft -> draft.with(new Subcontractors(true, List.of(subcontractor("例の保守", "監視")))), "subcontractors");
        of("subcontractors-contradict", "none", draft -> { });
        of("subcontractor-incomplete", "no task", draft -> draft.with(new Subcontractors(false, List.of(subcontractor("例の保守", "")))), "subcontractors#1");
        of("subcontractor-incomplete", "both", draft -> draft.with(new Subcontractors(false, List.of(subcontractor("例の保守", "監視")))));
    }

    private static void scope() {
        of("scope-nothing-inside", "no function", draft -> draft.with(Scope.EMPTY), "scope");
        of("scope-nothing-inside", "outside and unknown", draft -> draft.with(new Scope(List.of(
                function("甲", Standing.OUTSIDE, List.of(), ""), function("乙", Standing.UNKNOWN, List.of("東京"), "")))), "scope");
        of("scope-nothing-inside", "one inside", draft -> draft.with(new Scope(List.of(function("甲", Standing.INSIDE, List.of("東京"), "")))));
        of("function-without-name", "the second", draft -> draft.with(new Scope(List.of(
                function("甲", Standing.INSIDE, List.of("東京"), ""), function("", Standing.OUTSIDE, List.of(), "")))), "scope#2");
        of("function-without-name", "all named", draft -> { });
        of("function-without-region", "inside", draft -> draft.with(new Scope(List.of(function("甲", Standing.INSIDE, List.of(), "")))), "scope#1");
        of("function-without-region", "outside", draft -> draft.with(new Scope(List.of(function("甲", Standing.OUTSIDE, List.of(), "")))));
        of("function-not-decided", "unknown", draft -> draft.with(new Scope(List.of(function("甲", Standing.UNKNOWN, List.of(), "")))), "scope#1");
        of("function-not-decided", "outside", draft -> draft.with(new Scope(List.of(function("甲", Standing.OUTSIDE, List.of(), "")))));
        of("function-base-service-missing", "no such key", draft -> draft.with(new Scope(List.of(
                function("甲", Standing.INSIDE, List.of("東京"), "other")))), "scope#1");
        of("function-base-service-missing", "on none", draft -> draft.with(new Scope(List.of(function("甲", Standing.INSIDE, List.of("東京"), "")))));
        of("function-unmentioned", "nowhere", draft -> draft.with(new Scope(List.of(
                function("分析基盤", Standing.INSIDE, List.of("東京"), ""), function("オブジェクトストレージ", Standing.INSIDE, List.of("東京"), "")))),
                "scope#分析基盤");
        of("function-unmentioned", "in one answer", draft -> draft.put(adopted(ADOPTED, "分析 基盤では、二人で承認する。")).with(new Scope(List.of(
                function("分析基盤", Standing.INSIDE, List.of("東京"), "")))));
        of("function-unmentioned", "outside", draft -> draft.with(new Scope(List.of(function("分析基盤", Standing.OUTSIDE, List.of(), "")))));
        of("region-unmentioned", "not in the overview", draft -> draft.with(new Scope(List.of(
                function("オブジェクトストレージ", Standing.INSIDE, List.of("東京", "シンガポール"), "")))), "overview#シンガポール");
        of("region-unmentioned", "of a function outside", draft -> draft.with(new Scope(List.of(
                function("オブジェクトストレージ", Standing.OUTSIDE, List.of("シンガポール"), "")))));
        of("region-unmentioned", "no overview is another rule", draft -> draft.with(Overview.EMPTY));
    }

    private static void below() {
        of("base-services-unsaid", "nothing said", draft -> draft.with(BaseServices.EMPTY), "base-services");
        of("base-services-unsaid", "none", draft -> draft.with(new BaseServices(true, List.of())));
        of("base-services-contradict", "none, and named", draft -> draft.with(new BaseServices(
                true, List.of(new BaseService("base", Wording.of("例"), BELOW, null)))), "base-services");
        of("base-services-contradict", "named", draft -> { });
        of("base-service-without-name", "no name", draft -> service(draft, "", BELOW), "base-services#base");
        of("base-service-without-name", "named", draft -> service(draft, "例", BELOW));
        of("base-service-not-listed", "the statement says so", draft -> service(draft, "例", null), "base-services#base");
        of("base-service-not-listed", "on the register", draft -> service(draft, "例", BELOW));
        of("base-service-not-found", "no such service", draft -> service(draft, "例", new UUID(7, 2)), "base-services#base");
        of("base-service-not-found", "the statement says it is not registered", draft -> service(draft, "例", null));
        for (var status : List.of(Status.EXPIRED, Status.CANCELLED, Status.WITHDRAWN, Status.NO_LONGER_LISTED)) {
            of("base-service-not-valid", status.code(), draft -> draft.below(status, null), "base-services#base");
        }
        for (var status : List.of(Status.REGISTERED, Status.RENEWING, Status.SUSPENDED, Status.UNKNOWN)) {
            of("base-service-not-valid", status.code(), draft -> draft.below(status, null));
        }
        of("base-service-suspended", "suspended", draft -> draft.below(Status.SUSPENDED, null), "base-services#base");
        of("base-service-suspended", "registered", draft -> draft.below(Status.REGISTERED, null));
        of("base-service-state-unknown", "past the horizon", draft -> draft.below(Status.UNKNOWN, null), "base-services#base");
        of("base-service-state-unknown", "registered, day unknown", draft -> draft.below(Status.REGISTERED, null));
        of("base-service-expires-first", "a day before ours", draft -> draft.below(Status.REGISTERED, "2027-07-30"), "base-services#base");
        of("base-service-expires-first", "on the day of ours", draft -> draft.below(Status.REGISTERED, "2027-07-31"));
        of("base-service-expires-first", "being renewed", draft -> draft.below(Status.RENEWING, "2026-03-31"));
        of("base-service-expires-first", "its day is not known", draft -> draft.below(Status.REGISTERED, null));
        for (var rule : List.of("base-version-not-disclosed", "base-version-newer", "base-scope-changed")) {
            of(rule, "it happened", draft -> happened(draft, "base", rule), "base-services#base");
            of(rule, "to another service", draft -> happened(draft, "other", rule));
        }
    }

    private static void happened(StatementDraft draft, String key, String rule) {
        draft.below(Status.REGISTERED, null);
        draft.happened.add(new Surroundings.Below(key, rule, null, "例"));
    }

    private static void period() {
        of("period-missing", "no end", draft -> draft.with(new Period(day("2025-04-01"), null)), "period");
        of("period-missing", "nothing", draft -> draft.with(Period.EMPTY), "period");
        of("period-missing", "both", draft -> { });
        of("period-reversed", "backwards", draft -> draft.with(new Period(day("2026-03-31"), day("2025-04-01"))), "period");
        of("period-reversed", "one day", draft -> draft.with(new Period(day("2025-04-01"), day("2025-04-01"))));
        period("period-too-long", true, "2025-04-01 2026-04-01", "2024-03-01 2025-03-01", "2024-02-29 2025-03-01", "2023-03-01 2024-03-01",
                "2025-04-01 2026-05-31");
        period("period-too-long", false, "2025-04-01 2026-03-31", "2024-03-01 2025-02-28", "2024-02-29 2025-02-28", "2023-03-01 2024-02-29",
                "2023-02-28 2024-02-27", "2026-03-31 2025-04-01");
        period("period-too-short", true, "2025-04-01 2025-06-29", "2023-11-30 2024-02-28", "2024-11-30 2025-02-27", "2024-12-01 2025-02-27",
                "2025-04-01 2025-05-31", "2025-05-31 2025-08-29");
        period("period-too-short", false, "2025-04-01 2025-06-30", "2023-11-30 2024-02-29", "2024-11-30 2025-02-28", "2024-12-01 2025-02-28",
                "2025-05-31 2025-08-30");
        of("period-too-long", "the longest is not known", draft -> {
            draft.longest = null;
            draft.with(new Period(day("2025-04-01"), day("2027-03-31")));
        });
        of("period-too-short", "the shortest is not known", draft -> {
            draft.shortest = null;
            draft.with(new Period(day("2025-04-01"), day("2025-04-30")));
        });
        follows("period-gap", true, "2025-03-30 2025-04-01", "2024-02-28 2024-03-01");
        follows("period-gap", false, "2025-03-31 2025-04-01", "2024-02-29 2024-03-01", "2023-02-28 2023-03-01", "2025-04-01 2025-04-01");
        follows("period-overlap", true, "2025-04-01 2025-04-01", "2024-02-29 2024-02-29", "2025-12-31 2025-04-01");
        follows("period-overlap", false, "2025-03-31 2025-04-01", "2024-02-28 2024-02-29", "2025-01-31 2025-04-01");
        of("period-gap", "nothing before", draft -> {
            draft.previous = null;
            draft.with(new Period(day("2025-05-01"), day("2026-03-31")));
        });
        of("period-overlap", "the end before is not known", draft -> {
            draft.previous = new Period(day("2024-04-01"), null);
            draft.with(new Period(day("2024-05-01"), day("2025-03-31")));
        });
    }

    private static void events() {
        of("events-unsaid", "nothing said", draft -> events(draft, false, "2026-05-29"), "subsequent-events");
        of("events-unsaid", "none", draft -> events(draft, true, "2026-05-29"));
        of("events-contradict", "none, and written", draft -> events(draft, true, "2026-05-29", event("2026-04-10", "改修")), "subsequent-events");
        of("events-contradict", "written", draft -> events(draft, false, "2026-05-29", event("2026-04-10", "改修")));
        of("event-incomplete", "no day; nothing said", draft -> events(draft, false, "2026-05-29", event(null, "改修"), event("2026-04-10", "")),
                "subsequent-events#1", "subsequent-events#2");
        of("event-incomplete", "complete", draft -> events(draft, false, "2026-05-29", event("2026-04-10", "改修")));
        of("event-outside-window", "inside the period; after the report",
                draft -> events(draft, false, "2026-05-29", event("2026-03-30", "改修"), event("2026-05-30", "改修")),
                "subsequent-events#1", "subsequent-events#2");
        of("event-outside-window", "both edges", draft -> events(draft, false, "2026-05-29", event("2026-03-31", "改修"), event("2026-05-29", "改修")));
        of("event-outside-window", "day of the report not known", draft -> events(draft, false, null, event("2026-12-30", "改修")));
        of("report-day-missing", "not known", draft -> events(draft, true, null), "subsequent-events");
        of("report-day-missing", "known", draft -> events(draft, true, "2026-05-29"));
        of("report-before-end", "a day before", draft -> events(draft, true, "2026-03-30"), "subsequent-events");
        of("report-before-end", "on the last day", draft -> events(draft, true, "2026-03-31"));
    }

    private static void evidence() {
        var first = new UUID(9, 0).toString();
        of("evidence-expired", "a day before the end", draft -> draft.shown("手順書.pdf", "aa", "2026-03-30"), first);
        of("evidence-expired", "on the last day", draft -> draft.shown("手順書.pdf", "aa", "2026-03-31"));
        of("evidence-expired", "no day set", draft -> draft.shown("手順書.pdf", "aa", null));
        of("evidence-expired", "the period is not known", draft -> draft.shown("手順書.pdf", "aa", "2020-03-31").with(Period.EMPTY));
        for (var name : List.of("手順書①.pdf", "髙橋.xlsx", "㈱例.pdf", "𠮷田.pdf", "a:b.txt", "x\u0007.txt", "絵😀.png", "Café.pdf")) {
            of("evidence-name", name.replace("\u0007", "BEL"), draft -> draft.shown(name, "aa", null), first);
        }
        of("evidence-name", "ordinary names", draft -> draft.shown("手順書 第３版（改訂）_2026-04～05.pdf", "aa", null).shown("policy_v1.2.docx", "bb", null));
        of("evidence-name", "a link has no file name", draft -> draft.shown("髙橋①", null, null));
    }

    private static void period(String rule, boolean speaks, String... periods) {
        for (var period : periods) {
            of(rule, period, draft -> draft.with(new Period(first(period), second(period))), speaks ? new String[] {"period"} : new String[0]);
        }
    }

    private static void follows(String rule, boolean speaks, String... days) {
        for (var pair : days) {
            of(rule, pair, draft -> {
                draft.previous = new Period(null, first(pair));
                draft.with(new Period(second(pair), second(pair).plusMonths(6)));
            }, speaks ? new String[] {"period"} : new String[0]);
        }
    }

    private static LocalDate first(String pair) {
        return day(pair.split(" ")[0]);
    }

    private static LocalDate second(String pair) {
        return day(pair.split(" ")[1]);
    }

    private static Answer onlyEnglishReason() {
        return new Answer(LEFT_OUT, Choice.LEFT_OUT, List.of(), new Wording("", "There is no such device."), "", null, RowState.SETTLED, null, 1);
    }

    private static StatementDraft resting(StatementDraft draft, UUID registered) {
        return draft.put(takenOver("設定は当社が行っています。"))
                .with(new BaseServices(false, List.of(new BaseService("base", Wording.of("例"), registered, "ab"))));
    }

    private static Answer takenOver(String text) {
        return new Answer(
                ADOPTED, Choice.ADOPTED, List.of(Realisation.throughout(Wording.of(text))), Wording.NONE, "", null, RowState.SETTLED,
                new RestsOn("ab", ADOPTED), 1);
    }

    private static Answer whole() {
        return changed("手で行っていた。", null, "2025-09-30", "自動で行う。", "2025-10-01", null);
    }

    private static Answer changed(String before, String from, String until, String after, String since, String to) {
        return adopted(ADOPTED, List.of(side(before, from, until), side(after, since, to)));
    }

    private static Realisation side(String text, String from, String until) {
        return new Realisation(Wording.of(text), from == null ? null : day(from), until == null ? null : day(until));
    }

    private static void repeat(StatementDraft draft, int rows) {
        repeated(rows, draft, "本サービスの構成に、対象となる機器が含まれていないため。");
    }

    private static void repeated(int rows, StatementDraft draft, String reason) {
        for (var control : repeated(rows)) {
            draft.put(leftOut(control, reason));
        }
    }

    /** Selectable details, some of which a complete statement adopts. */
    private static String[] repeated(int rows) {
        return new StatementDraft().catalogue().children("5.1.1").stream().filter(control -> !control.suffix().basic())
                .limit(rows).map(control -> control.id()).toArray(String[]::new);
    }

    private static void represent(StatementDraft draft, Set<Assurance> assured, String signedOn) {
        draft.with(new Representation(
                Wording.of("登録 花子"), Wording.of("取締役"), Wording.of("取締役会規程による"), signedOn == null ? null : day(signedOn), assured));
    }

    private static void service(StatementDraft draft, String name, UUID registered) {
        draft.with(new BaseServices(false, List.of(new BaseService("base", Wording.of(name), registered, null))));
    }

    private static void events(StatementDraft draft, boolean none, String reportedOn, SubsequentEvent... events) {
        draft.with(new SubsequentEvents(none, reportedOn == null ? null : day(reportedOn), List.of(events)));
    }

    private static SubsequentEvent event(String on, String what) {
        return new SubsequentEvent(on == null ? null : day(on), Wording.of(what));
    }

    private static AiFunction ai(String name, String what) {
        return new AiFunction(Wording.of(name), Wording.of(what), Wording.of("社内の模型"), false, false);
    }

    private static Subcontractor subcontractor(String name, String task) {
        return new Subcontractor(Wording.of(name), Wording.of(task), "日本");
    }
}
