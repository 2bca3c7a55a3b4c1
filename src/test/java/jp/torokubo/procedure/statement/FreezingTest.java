// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import static jp.torokubo.procedure.statement.Declarants.adopted;
import static jp.torokubo.procedure.statement.Declarants.change;
import static jp.torokubo.procedure.statement.Declarants.command;
import static jp.torokubo.procedure.statement.Declarants.leftOut;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.World;
import jp.torokubo.record.register.PublicStatement;
import jp.torokubo.record.register.PublicStatement.Row;
import jp.torokubo.record.register.PublicStatementFile;
import jp.torokubo.record.register.StatementHashes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TorokuboTest
@FreshDatabase
class FreezingTest {

    private static final String SECRET = "ひみつの仕組み";

    @Autowired OpenStatement openStatement;
    @Autowired SavePart savePart;
    @Autowired ChangeAnswers changeAnswers;
    @Autowired FreezeStatement freezeStatement;
    @Autowired DiscloseVersion discloseVersion;
    @Autowired EndDisclosure endDisclosure;
    @Autowired FetchVersion fetchVersion;
    @Autowired ReadVersions readVersions;
    @Autowired ReadStatement readStatement;

    private Declarants they;
    private StatementId statement;

    @BeforeEach
    void written() {
        they = new Declarants();
        statement = Declarants.opened(openStatement, they.aiko, they.ofAlpha);
        save(new Content.Service(new Wording("例クラウド", "Example Cloud"), Set.of(ServiceModel.SAAS, ServiceModel.PAAS), null));
        save(new Content.Scope(List.of(
                new ScopeFunction(
                        new Wording("文書管理", "Documents"), Standing.INSIDE, Map.of(DataKind.STORAGE, List.of("東京", "大阪")), "iaas",
                        Wording.NONE),
                new ScopeFunction(Wording.of("試行機能"), Standing.UNKNOWN, Map.of(), "", Wording.of("まだ決めていない")))));
        save(new Content.Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)));
        save(new Content.Representation(
                Wording.of("代表 一郎"), Wording.of("取締役"), Wording.of("最終責任を負う"), LocalDate.of(2026, 6, 1), Set.of(Assurance.values())));
        changeAnswers.handle(change(
                they.yuki, statement, adopted("9.1.1", "方針を定めた"), adopted("9.1.1.1", SECRET), leftOut("9.1.1.2", "事情による" + SECRET),
                AnswerEdit.of("9.1.1.3").withOwner(World.loginOf(they.yuki.person()))));
    }

    @Test
    void aFrozenVersionSaysWhatTheStatementSaidAndLaterEditsLeaveItAlone() {
        var hash = frozen();
        var before = readVersions.find(they.aiko, hash).orElseThrow();
        changeAnswers.handle(change(they.yuki, statement, adopted("9.1.1.1", "変えた後")));
        var after = readVersions.find(they.jiro, hash).orElseThrow();

        assertThat(after.sections()).isEqualTo(before.sections());
        assertThat(after.whole().answer("9.1.1.1").described()).isEqualTo(SECRET);
        assertThat(after.whole().content()).isEqualTo(whole(they.aiko).content());
        assertThat(frozen()).isNotEqualTo(hash);
        assertThat(readVersions.of(they.aiko, statement)).extracting(FrozenVersion::number).containsExactly(2, 1);
    }

    @Test
    void whatHasNotChangedIsNotFrozenAgain() {
        frozen();

        assertThat(freezeStatement.handle(new FreezeStatement.Command(command(), they.aiko, statement)))
                .isEqualTo(new FreezeStatement.Result.Refused(new StatementRefusal.NothingToFreeze(1)));
    }

    @Test
    void thePublicPartVerifiesAloneAndAnyChangedRowIsFound() {
        var part = readVersions.find(they.aiko, frozen()).orElseThrow().sections().publicPart();

        assertThat(StatementHashes.holds(part)).isTrue();
        assertThat(PublicStatementFile.read(PublicStatementFile.write(part))).isInstanceOf(PublicStatementFile.Reading.Read.class);
        for (int i = 0; i < part.rows().size(); i++) {
            var rows = new ArrayList<>(part.rows());
            var row = rows.get(i);
            rows.set(i, new Row(row.key(), row.salt(), row.value() + " "));
            assertThat(StatementHashes.holds(new PublicStatement(part.version(), part.edition(), part.agencies(), part.restricted(), rows)))
                    .as(row.key()).isFalse();
        }
    }

    @Test
    void thePublicPartHoldsTheFiveItemsAndNothingElse() {
        var rows = readVersions.find(they.aiko, frozen()).orElseThrow().sections().publicPart().rows();

        assertThat(rows).extracting(row -> row.key().replaceFirst("/.*", "/"))
                .containsOnly("service-name", "period", "function/", "objective/", "subsequent-events");
        assertThat(rows).filteredOn(row -> row.key().startsWith("objective/")).hasSize(121);
        assertThat(rows).filteredOn(row -> row.key().equals("objective/9.1.1")).extracting(Row::value).containsExactly("{\"choice\":\"adopted\"}");
        assertThat(rows).filteredOn(row -> row.key().equals("function/0002")).extracting(Row::value).first().asString()
                .contains("\"standing\":\"unknown\"");
        assertThat(rows.toString()).doesNotContain(SECRET).doesNotContain("方針を定めた").doesNotContain("代表 一郎");
    }

    @Test
    void thePlanesOfEachVisibilityAreMadeOfWhatItShowsAndOfNothingElse() {
        var hash = frozen();

        var letters = List.of(choices(hash, "public"), choices(hash, "agencies"));

        assertThat(letters.get(0)).hasSize(1_284).containsPattern("^[-ao]*$");
        assertThat(letters.get(0).chars().filter(letter -> letter != '-').count()).isEqualTo(121);
        assertThat(letters.get(1)).hasSize(1_284).doesNotContain("-").contains("l");
    }

    @Test
    void twoVersionsOfTheSameWordsHaveNoSaltInCommon() {
        var one = readVersions.find(they.aiko, frozen()).orElseThrow().sections();
        changeAnswers.handle(change(they.yuki, statement, adopted("9.1.1.1", "変えた後")));
        var other = readVersions.find(they.aiko, frozen()).orElseThrow().sections();

        assertThat(salts(one)).doesNotContainAnyElementsOf(salts(other)).doesNotHaveDuplicates();
    }

    @Test
    void anAgencyReceivesTheAnnexOnlyAsLongAsItIsDisclosedToItAndNeverTheRestrictedSection() {
        var hash = frozen();
        assertThat(readVersions.received(they.kana, hash)).isEmpty();

        var disclosure = ((DiscloseVersion.Result.Disclosed) disclose(hash, "８０００-０１２０１-００３８")).disclosure();

        var received = readVersions.received(they.kana, hash).orElseThrow();
        assertThat(received.sections().rows().keySet()).containsExactly(Visibility.PUBLIC, Visibility.AGENCIES);
        assertThat(received.whole().answer("9.1.1.1").described()).isEqualTo(SECRET);
        assertThat(received.whole().content().representation()).isEqualTo(Content.Representation.EMPTY);
        assertThat(received.whole().statement().title()).isEmpty();
        for (var other : List.of(they.rei, they.ben, they.operator)) {
            assertThat(readVersions.received(other, hash)).isEmpty();
            assertThat(readVersions.received(other)).isEmpty();
        }
        assertThat(readVersions.find(they.kana, hash)).as("the dossier stays closed to it").isEmpty();
        assertThat(readStatement.whole(they.kana, statement)).isInstanceOf(ReadStatement.Result.Refused.class);

        endDisclosure.handle(new EndDisclosure.Command(command(), they.aiko, hash, disclosure));
        assertThat(readVersions.received(they.kana, hash)).isEmpty();
        assertThat(readVersions.received(they.kana)).isEmpty();
    }

    @Test
    void eachGuardOfADisclosureIsEnoughByItself() {
        var hash = frozen();
        disclose(hash, Declarants.AGENCY_NUMBER);
        World.withoutPolicies();
        try {
            assertThat(readVersions.received(they.kana, hash).orElseThrow().sections().shows(Visibility.RESTRICTED)).isFalse();
            assertThat(readVersions.received(they.rei, hash)).isEmpty();
            assertThat(readVersions.find(they.rei, hash)).isEmpty();
            assertThat(readVersions.find(they.ben, hash)).isEmpty();
        } finally {
            World.withPolicies();
        }
    }

    @Test
    void aDisclosureToANumberNobodyHasHereIsAnsweredLikeAnyOther() {
        var hash = frozen();

        assertThat(disclose(hash, "5010005007126")).isInstanceOf(DiscloseVersion.Result.Disclosed.class);
        assertThat(disclose(hash, "5010005007126")).isEqualTo(new DiscloseVersion.Result.Refused(new StatementRefusal.DisclosedAlready()));
        assertThat(disclose(hash, "123")).isEqualTo(new DiscloseVersion.Result.Refused(new StatementRefusal.ReceiverNotANumber("123")));
    }

    @Test
    void onlyTheManagerFreezesAndDiscloses() {
        assertThat(freezeStatement.handle(new FreezeStatement.Command(command(), they.yuki, statement)))
                .isEqualTo(new FreezeStatement.Result.Refused(new StatementRefusal.OnlyTheManagerFreezes()));
        var hash = frozen();
        assertThat(discloseVersion.handle(
                        new DiscloseVersion.Command(command(), they.yuki, hash, Declarants.AGENCY_NUMBER, "例省")))
                .isEqualTo(new DiscloseVersion.Result.Refused(new StatementRefusal.OnlyTheManagerFreezes()));
        assertThat(discloseVersion.handle(
                        new DiscloseVersion.Command(command(), they.ben, hash, Declarants.AGENCY_NUMBER, "例省")))
                .isEqualTo(new DiscloseVersion.Result.Refused(new StatementRefusal.VersionUnknown()));
    }

    @Test
    @NthFailureOf(FreezeStatement.class)
    void aVersionIsFrozenOnceOrNotAtAll() {
        var command = new FreezeStatement.Command(command(), they.aiko, statement);

        NthFailure.of(() -> freezeStatement.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(DiscloseVersion.class)
    void aVersionIsDisclosedOnceOrNotAtAll() {
        var command = new DiscloseVersion.Command(command(), they.aiko, frozen(), Declarants.AGENCY_NUMBER, "例省");

        NthFailure.of(() -> discloseVersion.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(EndDisclosure.class)
    void aDisclosureEndsOnceOrNotAtAll() {
        var hash = frozen();
        var disclosure = ((DiscloseVersion.Result.Disclosed) disclose(hash, Declarants.AGENCY_NUMBER)).disclosure();
        var command = new EndDisclosure.Command(command(), they.aiko, hash, disclosure);

        NthFailure.of(() -> endDisclosure.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(FetchVersion.class)
    void aVersionIsHandedOutAndCountedAndWrittenDownOrNotAtAll() {
        var command = new FetchVersion.Command(they.jiro, frozen(), "pdf");

        NthFailure.of(() -> fetchVersion.handle(command)).changesNothingUntilItIsDone();
    }

    private static String choices(String hash, String visibility) {
        try (var owner = TestDatabase.place().connectAsOwner();
                var asked = owner.prepareStatement("select choices from statement.frozen_choices where hash = ? and visibility = ?")) {
            owner.createStatement().execute("set torokubo.program = 'yes'");
            asked.setString(1, hash);
            asked.setString(2, visibility);
            try (var found = asked.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String frozen() {
        return ((FreezeStatement.Result.Frozen) freezeStatement.handle(new FreezeStatement.Command(command(), they.aiko, statement))).hash();
    }

    private DiscloseVersion.Result disclose(String hash, String number) {
        return discloseVersion.handle(new DiscloseVersion.Command(command(), they.aiko, hash, number, "例省"));
    }

    private void save(Content content) {
        assertThat(savePart.handle(new SavePart.Command(command(), they.yuki, statement, 0, content))).isInstanceOf(SavePart.Result.Saved.class);
    }

    private WholeStatement whole(Actor actor) {
        return ((ReadStatement.Result.Read) readStatement.whole(actor, statement)).whole();
    }

    private static List<String> salts(FrozenSections sections) {
        return sections.rows().values().stream().flatMap(List::stream).map(Row::salt).toList();
    }
}
