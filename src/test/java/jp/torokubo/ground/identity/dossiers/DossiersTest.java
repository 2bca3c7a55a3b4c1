// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.dossiers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.DossierReading;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Independence;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.World;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@TorokuboTest
@FreshDatabase
class DossiersTest {

    @Autowired OpenDossier openDossier;
    @Autowired AssignPerson assignPerson;
    @Autowired EndAssignment endAssignment;
    @Autowired DeclareRelation declareRelation;
    @Autowired EndRelation endRelation;
    @Autowired Independence independence;
    @Autowired DossierReading dossiers;
    @Autowired Walls walls;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;
    @Autowired MockMvc mvc;

    private final CommandId id = new CommandId(UUID.fromString("01930000-0000-7000-8000-000000000004"));
    private OrganisationId alpha;
    private OrganisationId firm;
    private Actor aiko;
    private Actor akira;
    private Actor jiro;
    private Actor shiro;
    private Actor saburo;

    @BeforeEach
    void aProviderAndAnAuditFirm() {
        alpha = World.organisation(OrganisationKind.PROVIDER, "株式会社アルファ", "7123456789012");
        firm = World.organisation(OrganisationKind.AUDIT_BODY, "監査法人");
        aiko = World.person("愛子", Caller.PROVIDER_MANAGER, alpha);
        akira = World.person("明", Caller.PROVIDER_AUTHOR, alpha);
        jiro = World.person("次郎", Caller.AUDITOR, firm);
        shiro = World.person("四郎", Caller.AUDITOR, firm);
        saburo = World.person("三郎", Caller.AUDITOR, World.organisation(OrganisationKind.AUDIT_BODY, "別の監査法人"));
    }

    @Test
    @NthFailureOf({OpenDossier.class, AssignPerson.class, EndAssignment.class})
    void openingBringingInAndTakingOut() {
        NthFailure.of(() -> openDossier.handle(new OpenDossier.Command(id, aiko, "更新の準備")))
                .changesNothingAndARetryTakesEffectOnce();
        var dossier = ((OpenDossier.Result.Opened) openDossier.handle(new OpenDossier.Command(id, aiko, "更新の準備"))).dossier();

        var assign = new AssignPerson.Command(
                new CommandId(UUID.randomUUID()), aiko, dossier, World.loginOf(akira.person()), Part.AUTHOR, false, null, null);
        NthFailure.of(() -> assignPerson.handle(assign)).changesNothingAndARetryTakesEffectOnce();
        var assignment = ((AssignPerson.Result.Assigned) assignPerson.handle(assign)).assignment();

        var end = new EndAssignment.Command(new CommandId(UUID.randomUUID()), aiko, dossier, assignment);
        NthFailure.of(() -> endAssignment.handle(end)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf({DeclareRelation.class, EndRelation.class})
    void declaringAndEndingARelation() {
        var declare = new DeclareRelation.Command(id, jiro, Independence.Kind.EMPLOYED, "アルファ", "", null, null);
        NthFailure.of(() -> declareRelation.handle(declare)).changesNothingAndARetryTakesEffectOnce();
        var relation = ((DeclareRelation.Result.Declared) declareRelation.handle(declare)).relation();

        var end = new EndRelation.Command(new CommandId(UUID.randomUUID()), jiro, relation);
        NthFailure.of(() -> endRelation.handle(end)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    void onlyTheProvidersManagerOpensADossier() {
        assertThat(openDossier.handle(new OpenDossier.Command(id, akira, "件")))
                .isEqualTo(new OpenDossier.Result.Refused(new IdentityRefusal.MayNotAssign()));
        assertThat(openDossier.handle(new OpenDossier.Command(new CommandId(UUID.randomUUID()), aiko, "　 ")))
                .isEqualTo(new OpenDossier.Result.Refused(new IdentityRefusal.TitleMissing()));
    }

    @Test
    void theManagerBringsInTheFirstAuditorAndHeHisColleaguesAndNobodyElsesPeople() {
        var dossier = opened();

        assertThat(assigned(aiko, dossier, jiro, Part.AUDITOR)).isNull();
        assertThat(seenBy(jiro)).containsExactly(dossier);
        assertThat(assigned(jiro, dossier, shiro, Part.AUDITOR)).isNull();
        assertThat(seenBy(shiro)).containsExactly(dossier);

        assertThat(assigned(jiro, dossier, saburo, Part.AUDITOR)).isInstanceOf(IdentityRefusal.NobodyToAssign.class);
        assertThat(assigned(jiro, dossier, akira, Part.AUTHOR)).isInstanceOf(IdentityRefusal.MayNotAssign.class);
        assertThat(assigned(shiro, dossier, jiro, Part.AUDITOR)).isInstanceOf(IdentityRefusal.MayNotAssign.class);
        assertThat(seenBy(saburo)).isEmpty();
    }

    @Test
    void whoIsNotHereAndWhoCannotTakeThePartAreAnsweredAlike() {
        var dossier = opened();
        var nobody = assignPerson.handle(new AssignPerson.Command(
                new CommandId(UUID.randomUUID()), aiko, dossier, "nobody@example.jp", Part.AUDITOR, false, null, null));
        var elsewhere = World.person("勉", Caller.PROVIDER_MANAGER, World.organisation(OrganisationKind.PROVIDER, "ベータ"));

        assertThat(nobody).isEqualTo(new AssignPerson.Result.Refused(
                new Wrong("login", new IdentityRefusal.NobodyToAssign("nobody@example.jp"))));
        for (var part : Part.values()) {
            assertThat(assigned(aiko, dossier, elsewhere, part))
                    .isEqualTo(new IdentityRefusal.NobodyToAssign(World.loginOf(elsewhere.person())));
        }
    }

    @Test
    void withoutAnAddressItIsSaidThatItIsMissing() {
        var dossier = opened();

        assertThat(assignPerson.handle(new AssignPerson.Command(
                        new CommandId(UUID.randomUUID()), aiko, dossier, " ", Part.AUDITOR, false, null, null)))
                .isEqualTo(new AssignPerson.Result.Refused(new Wrong("login", new IdentityRefusal.LoginMissing())));
    }

    @Test
    void withoutAPartThePageSaysWhatIsMissingAndNothingLongIsGivenBackWhole() throws Exception {
        var dossier = opened();
        var address = "/desk/dossiers/" + dossier.value() + "/assignments";

        var without = mvc.perform(post(address).with(Operators.signedIn(aiko)).with(csrf())
                .param("commandId", UUID.randomUUID().toString()).param("login", "nobody@example.jp").param("part", ""))
                .andReturn().getResponse();
        var tooLong = mvc.perform(post(address).with(Operators.signedIn(aiko)).with(csrf())
                .param("commandId", UUID.randomUUID().toString()).param("login", "x".repeat(10_000)).param("part", "AUDITOR"))
                .andReturn().getResponse();

        assertThat(without.getStatus()).isEqualTo(422);
        assertThat(without.getContentAsString(UTF_8)).contains("役目が選ばれていません");
        assertThat(tooLong.getStatus()).isEqualTo(422);
        assertThat(tooLong.getContentAsString(UTF_8)).contains("x".repeat(100) + "…").doesNotContain("x".repeat(101));
    }

    @Test
    void aForeignDossierAndOneThatIsNotThereAreAnsweredAlike() {
        var dossier = opened();

        assertThat(assigned(saburo, dossier, saburo, Part.AUDITOR)).isEqualTo(new IdentityRefusal.DossierUnknown());
        assertThat(assigned(saburo, new DossierId(UUID.randomUUID()), saburo, Part.AUDITOR))
                .isEqualTo(new IdentityRefusal.DossierUnknown());
    }

    @Test
    void whoIsTiedToTheProviderIsNotBroughtInToAudit() {
        var dossier = opened();
        declare(jiro, "ｱﾙﾌｧ", "", null);
        declare(shiro, "知らない名前", "７１２３-４５６７-８９０１２", null);

        assertThat(assigned(aiko, dossier, jiro, Part.AUDITOR)).isEqualTo(new IdentityRefusal.NotIndependent(Independence.Kind.EMPLOYED));
        assertThat(assigned(aiko, dossier, shiro, Part.AUDITOR)).isEqualTo(new IdentityRefusal.NotIndependent(Independence.Kind.EMPLOYED));
        assertThat(assigned(aiko, dossier, saburo, Part.AUDITOR)).isNull();
    }

    @Test
    void aTieThatComesAfterwardsKeepsHimFromActingFromThatMoment() {
        var dossier = opened();
        assigned(aiko, dossier, jiro, Part.AUDITOR);
        assertThat(whyMayNotAct(jiro, dossier)).isEmpty();

        var relation = declare(jiro, "アルファ", "", null);
        assertThat(whyMayNotAct(jiro, dossier)).contains(new IdentityRefusal.NotIndependent(Independence.Kind.EMPLOYED));

        endRelation.handle(new EndRelation.Command(new CommandId(UUID.randomUUID()), jiro, relation));
        assertThat(whyMayNotAct(jiro, dossier)).as("the last day still counts").isNotEmpty();
        clock.advance(java.time.Duration.ofDays(1));
        assertThat(whyMayNotAct(jiro, dossier)).isEmpty();
    }

    @Test
    void whoHasTakenARoleAtTheProviderDoesNotActAsAuditor() {
        var dossier = opened();
        assigned(aiko, dossier, jiro, Part.AUDITOR);
        World.alsoHolds(jiro, Caller.PROVIDER_AUTHOR, alpha);

        assertThat(whyMayNotAct(jiro, dossier)).contains(new IdentityRefusal.NotIndependent(Independence.Kind.HOLDS_A_ROLE));
        assertThat(whyMayNotAct(saburo, dossier)).contains(new IdentityRefusal.DossierUnknown());
    }

    @Test
    void whoIsTakenOutSeesNothingFromThatMomentAndMayBeBroughtInAgain() {
        var dossier = opened();
        assigned(aiko, dossier, jiro, Part.AUDITOR);
        assigned(jiro, dossier, shiro, Part.AUDITOR);
        var his = assignmentOf(dossier, shiro);

        assertThat(endAssignment.handle(new EndAssignment.Command(new CommandId(UUID.randomUUID()), shiro, dossier, assignmentOf(dossier, jiro))))
                .isEqualTo(new EndAssignment.Result.Refused(new IdentityRefusal.MayNotAssign()));
        assertThat(endAssignment.handle(new EndAssignment.Command(new CommandId(UUID.randomUUID()), jiro, dossier, his)))
                .isEqualTo(new EndAssignment.Result.Ended("四郎"));

        assertThat(seenBy(shiro)).isEmpty();
        assertThat(endAssignment.handle(new EndAssignment.Command(new CommandId(UUID.randomUUID()), jiro, dossier, his)))
                .isEqualTo(new EndAssignment.Result.Refused(new IdentityRefusal.AssignmentUnknown()));
        assertThat(assigned(jiro, dossier, shiro, Part.AUDITOR)).isNull();
        assertThat(seenBy(shiro)).containsExactly(dossier);
    }

    private DossierId opened() {
        return ((OpenDossier.Result.Opened)
                        openDossier.handle(new OpenDossier.Command(new CommandId(UUID.randomUUID()), aiko, "更新の準備")))
                .dossier();
    }

    /** Null when he was brought in. */
    private @Nullable IdentityRefusal assigned(Actor by, DossierId dossier, Actor whom, Part part) {
        var result = assignPerson.handle(new AssignPerson.Command(
                new CommandId(UUID.randomUUID()), by, dossier, World.loginOf(whom.person()), part, false, null, null));
        return result instanceof AssignPerson.Result.Refused refused ? refused.wrong().why() : null;
    }

    private UUID declare(Actor who, String name, String number, @Nullable Instant since) {
        var result = declareRelation.handle(new DeclareRelation.Command(
                new CommandId(UUID.randomUUID()), who, Independence.Kind.EMPLOYED, name, number, null, null));
        return ((DeclareRelation.Result.Declared) result).relation();
    }

    private Optional<Refusal> whyMayNotAct(Actor actor, DossierId dossier) {
        return as(actor, reach -> independence.whyMayNotAct(reach, dossier));
    }

    private List<DossierId> seenBy(Actor actor) {
        return as(actor, reach -> dossiers.all(reach).stream().map(known -> known.id()).toList());
    }

    private UUID assignmentOf(DossierId dossier, Actor person) {
        return as(aiko, reach -> dossiers.assignments(reach, dossier)).stream()
                .map(known -> known.assignment())
                .filter(known -> known.person().equals(person.person()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private <A> A as(Actor actor, Function<Reach, A> asked) {
        return transaction.execute(open -> asked.apply(walls.enter(actor)));
    }
}
