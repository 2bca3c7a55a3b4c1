// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.demo;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DemoCast;
import jp.torokubo.ground.identity.DemoScene;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.BaseService;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Deed;
import jp.torokubo.procedure.statement.DiscloseVersion;
import jp.torokubo.procedure.statement.Evidence;
import jp.torokubo.procedure.statement.FreezeStatement;
import jp.torokubo.procedure.statement.OpenStatement;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.SavePart;
import jp.torokubo.procedure.statement.ServiceModel;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.demo.InventedParts.Invented;
import jp.torokubo.procedure.statement.store.EvidenceShelf;
import jp.torokubo.procedure.statement.store.Statements;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.register.ServiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Three complete statements over two years: two of one service, by two editions of the criteria, and one of a service that stands on it. What
 * the one rests on is disclosed to its provider, and to an agency. Both services are in the register, with the public parts of all three.
 */
@Component
@Profile("demo")
class StatementsOfTheDemo implements DemoScene {

    /** In demo/organisations.tsv. */
    private static final String HOKUTO_NUMBER = "7999901000001";
    private static final String MINISTRY_NUMBER = "5999901000003";
    private static final String MINAMI_NUMBER = "6999901000002";

    private static final Wording HOKUTO = new Wording("例：ほくとクラウド基盤", "Example: Hokuto Cloud Platform");
    private static final Wording SHARING = new Wording("例：なんようファイル共有", "Example: Nan’yo File Sharing");
    /** Buildings and machines, of which a service on a platform has none of its own. */
    private static final String PHYSICAL = "11.";

    private final OpenStatement openStatement;
    private final SavePart savePart;
    private final ChangeAnswers changeAnswers;
    private final FreezeStatement freezeStatement;
    private final DiscloseVersion discloseVersion;
    private final SheetAndListOfTheDemo sheetAndList;
    private final RegisteredOfTheDemo registered;
    private final EvidenceShelf shelf;
    private final Statements statements;
    private final Walls walls;
    private final Criteria criteria;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    StatementsOfTheDemo(
            OpenStatement openStatement, SavePart savePart, ChangeAnswers changeAnswers, FreezeStatement freezeStatement,
            DiscloseVersion discloseVersion, SheetAndListOfTheDemo sheetAndList, RegisteredOfTheDemo registered, EvidenceShelf shelf,
            Statements statements, Walls walls, Criteria criteria, Ids ids, InstantSource clock, TransactionTemplate transaction) {
        this.openStatement = openStatement;
        this.savePart = savePart;
        this.changeAnswers = changeAnswers;
        this.freezeStatement = freezeStatement;
        this.discloseVersion = discloseVersion;
        this.sheetAndList = sheetAndList;
        this.registered = registered;
        this.shelf = shelf;
        this.statements = statements;
        this.walls = walls;
        this.criteria = criteria;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void play(DemoCast cast) {
        var hokuto = cast.person("hokuto-manager");
        var platform = cast.dossier("hokuto-renewal");
        var below = registered.granted(
                HOKUTO.ja(), "例：北都クラウド株式会社", HOKUTO_NUMBER, LocalDate.of(2025, 7, 1), LocalDate.of(2024, 4, 1), LocalDate.of(2025, 3, 31));
        var before = open(hokuto, platform, "例：2024年度の言明書", "2022-04", null);
        write(hokuto, before, platform(below, LocalDate.of(2024, 4, 1)), new InventedAnswers(1, true, LocalDate.of(2024, 10, 1)), edit -> edit);
        registered.stated(below, LocalDate.of(2025, 7, 1), hokuto, freeze(hokuto, before));

        var now = open(hokuto, platform, "例：2025年度の言明書", "2024-07", before);
        write(hokuto, now, platform(below, LocalDate.of(2025, 4, 1)), new InventedAnswers(1, false, LocalDate.of(2025, 10, 1)), edit -> edit);
        var base = freeze(hokuto, now);
        registered.renewed(
                below, LocalDate.of(2026, 5, 20), LocalDate.of(2026, 7, 1), LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31));
        registered.stated(below, LocalDate.of(2026, 7, 1), hokuto, base);
        disclose(hokuto, base, MINISTRY_NUMBER, "例：見本省");
        disclose(hokuto, base, MINAMI_NUMBER, "例：南洋システムズ株式会社");
        sheetAndList.sheet(hokuto, platform, below);
        sheetAndList.list(hokuto, now);

        var minami = cast.person("minami-manager");
        var sharing = registered.granted(
                SHARING.ja(), "例：南洋システムズ株式会社", MINAMI_NUMBER, LocalDate.of(2026, 7, 1), LocalDate.of(2025, 10, 1), LocalDate.of(2026, 3, 31));
        var above = open(minami, cast.dossier("minami-first"), "例：2025年度の言明書（初回）", "2024-07", null);
        write(
                minami, above, sharing(sharing, new BaseService("base", HOKUTO, below.value(), base)),
                new InventedAnswers(3, false, LocalDate.of(2026, 1, 1)), edit -> resting(edit, base));
        registered.stated(sharing, LocalDate.of(2026, 7, 1), minami, freeze(minami, above));
    }

    private static Invented platform(ServiceId service, LocalDate from) {
        return new Invented(
                HOKUTO, service.value(), ServiceModel.IAAS,
                new Wording("例：北都クラウド株式会社は国内で基盤サービスを営む。", "Example: Hokuto Cloud runs platform services in Japan."),
                List.of(
                        new Wording("例：仮想サーバー", "Example: virtual servers"), new Wording("例：ブロックストレージ", "Example: block storage"),
                        new Wording("例：オブジェクトストレージ", "Example: object storage"), new Wording("例：仮想ネットワーク", "Example: virtual networks")),
                new Wording("例：機械学習の試験環境", "Example: machine learning on trial"), null, from, from.plusYears(1).minusDays(1));
    }

    private static Invented sharing(ServiceId service, BaseService base) {
        return new Invented(
                SHARING, service.value(), ServiceModel.SAAS,
                new Wording("例：南洋システムズ株式会社は業務用の共有サービスを営む。", "Example: Nan’yo Systems runs file sharing for offices."),
                List.of(
                        new Wording("例：ファイル共有", "Example: file sharing"), new Wording("例：共同編集", "Example: joint editing"),
                        new Wording("例：文書要約", "Example: summaries")),
                new Wording("例：外部公開リンク", "Example: public links"), base, LocalDate.of(2025, 10, 1), LocalDate.of(2026, 3, 31));
    }

    /** What the base service does with its buildings, the service above takes over. */
    private static AnswerEdit resting(AnswerEdit edit, String base) {
        return edit.choice() != Choice.ADOPTED || !edit.control().startsWith(PHYSICAL) ? edit
                : edit.withRealisations(List.of(Realisation.throughout(new Wording(
                                "例：" + edit.control() + " は基盤の管理策を引き継ぎ、当社は基盤の言明書と登録の状態を四半期ごとに確かめる。",
                                "Example: taken over from the platform; we check its statement and registration every quarter."))))
                        .withResting(new RestsOn(base, edit.control()));
    }

    private StatementId open(Actor actor, DossierId dossier, String title, String edition, @Nullable StatementId from) {
        return expected(
                OpenStatement.Result.Opened.class,
                openStatement.handle(new OpenStatement.Command(command(), actor, dossier, title, edition, from))).statement();
    }

    private void write(
            Actor actor, StatementId statement, Invented parts, InventedAnswers answers, UnaryOperator<AnswerEdit> asWritten) {
        for (var part : InventedParts.of(parts)) {
            expected(SavePart.Result.Saved.class, savePart.handle(new SavePart.Command(command(), actor, statement, 0, part)));
        }
        transaction.executeWithoutResult(open -> {
            var reach = walls.enter(actor);
            var found = statements.find(reach, statement).orElseThrow();
            var edits = answers.of(criteria.catalogue(found.edition()).orElseThrow());
            var rows = new ArrayList<ChangeAnswers.Wanted>();
            edits.forEach(edit -> rows.add(new ChangeAnswers.Wanted(asWritten.apply(edit), null)));
            expected(
                    ChangeAnswers.Result.Changed.class,
                    changeAnswers.handle(new ChangeAnswers.Command(command(), actor, statement, Deed.BULK, null, rows)));
            for (var chapter : List.of("5.1.1.1", "9.2.1.1", "9.2.3.1", "11.1.1.1", "12.4.1.1", "12.6.1.1", "16.1.1.1", "18.2.1.1")) {
                var evidence = new Evidence(
                        ids.next(), "例：" + chapter + " の運用記録", null, null, "https://example.jp/records/" + chapter, "",
                        chapter.equals("12.6.1.1") ? TokyoDay.today(clock).plusDays(12) : parts.until().plusYears(2), List.of(chapter));
                shelf.add(found, evidence, null, false, clock.instant(), actor.person());
            }
        });
    }

    private String freeze(Actor actor, StatementId statement) {
        return expected(
                FreezeStatement.Result.Frozen.class,
                freezeStatement.handle(new FreezeStatement.Command(command(), actor, statement))).hash();
    }

    private void disclose(Actor actor, String version, String receiver, String named) {
        expected(
                DiscloseVersion.Result.Disclosed.class,
                discloseVersion.handle(new DiscloseVersion.Command(command(), actor, version, receiver, named)));
    }

    static <R> R expected(Class<R> wanted, Object result) {
        if (!wanted.isInstance(result)) {
            throw new IllegalStateException("the demo makes a statement, yet: " + result);
        }
        return wanted.cast(result);
    }

    private CommandId command() {
        return new CommandId(ids.next());
    }
}
