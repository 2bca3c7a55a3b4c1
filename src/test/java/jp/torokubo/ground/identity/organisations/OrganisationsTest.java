// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.World;
import jp.torokubo.ground.identity.people.AcceptInvitation;
import jp.torokubo.ground.identity.people.EndRole;
import jp.torokubo.ground.identity.people.InvitePerson;
import jp.torokubo.ground.identity.people.ResetProofs;
import jp.torokubo.ground.identity.proof.Authenticator;
import jp.torokubo.ground.identity.store.Organisations;
import jp.torokubo.ground.identity.store.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TorokuboTest
@FreshDatabase
class OrganisationsTest {

    @Autowired RegisterOrganisation register;
    @Autowired NameOrganisation name;
    @Autowired AppointDeputy appoint;
    @Autowired EndDeputy endDeputy;
    @Autowired InvitePerson invite;
    @Autowired AcceptInvitation accept;
    @Autowired EndRole endRole;
    @Autowired ResetProofs resetProofs;
    @Autowired Organisations organisations;
    @Autowired Roles roles;
    @Autowired Walls walls;
    @Autowired Authenticator authenticator;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;

    private final CommandId id = new CommandId(UUID.fromString("01930000-0000-7000-8000-000000000005"));
    private OrganisationId alpha;
    private Actor operator;
    private Actor aiko;
    private Actor akira;

    @BeforeEach
    void anOperatorAndAProvider() {
        operator = Operators.add(jdbc, "運用 花子");
        alpha = World.organisation(OrganisationKind.PROVIDER, "アルファ");
        aiko = World.person("愛子", Caller.PROVIDER_MANAGER, alpha);
        akira = World.person("明", Caller.PROVIDER_AUTHOR, alpha);
    }

    @Test
    @NthFailureOf({RegisterOrganisation.class, NameOrganisation.class})
    void anOrganisationAndItsNextName() {
        var command = new RegisterOrganisation.Command(id, operator, OrganisationKind.MUNICIPALITY, "例市", "Rei City", "");
        NthFailure.of(() -> register.handle(command)).changesNothingAndARetryTakesEffectOnce();
        var organisation = ((RegisterOrganisation.Result.Registered) register.handle(command)).organisation();

        var next = new NameOrganisation.Command(
                new CommandId(UUID.randomUUID()), operator, organisation, "新例市", "", LocalDate.of(2027, 1, 1));
        NthFailure.of(() -> name.handle(next)).changesNothingAndARetryTakesEffectOnce();

        assertThat(nameOn(organisation, LocalDate.of(2026, 12, 31))).isEqualTo("例市");
        assertThat(nameOn(organisation, LocalDate.of(2027, 1, 1))).isEqualTo("新例市");
    }

    @Test
    void aCorporateNumberIsReadInAnyWidthCheckedAndTakenOncePerKind() {
        var first = register.handle(command("株式会社ベータ", "７１２３　４５６７　８９０１２"));
        var again = register.handle(command("ベータ株式会社", "7123456789012"));
        var wrong = register.handle(command("ガンマ", "8000013040006"));

        assertThat(first).isInstanceOf(RegisterOrganisation.Result.Registered.class);
        assertThat(((RegisterOrganisation.Result.Refused) again).wrong().why())
                .isEqualTo(new IdentityRefusal.OrganisationThereAlready("7123456789012"));
        assertThat(((RegisterOrganisation.Result.Refused) wrong).wrong().why()).isInstanceOf(IdentityRefusal.CorporateNumberWrong.class);
    }

    @Test
    void onlyAnOperatorRegistersAnOrganisation() {
        var result = register.handle(new RegisterOrganisation.Command(id, aiko, OrganisationKind.PROVIDER, "ベータ", "", ""));

        assertThat(((RegisterOrganisation.Result.Refused) result).wrong().why()).isEqualTo(new IdentityRefusal.RoleNotYours());
    }

    @Test
    @NthFailureOf(AcceptInvitation.class)
    void anInvitationIsTakenUpWithTheAccountOneHas() {
        var firm = World.organisation(OrganisationKind.ADVISER, "助言社");
        var head = World.person("頭", Caller.ADVISER, firm);
        var invited = (InvitePerson.Result.Invited) invite.handle(
                new InvitePerson.Command(id, head, proof(head), "明", firm, Caller.ADVISER));
        var command = new AcceptInvitation.Command(new CommandId(UUID.randomUUID()), akira, invited.token());

        NthFailure.of(() -> accept.handle(command)).changesNothingAndARetryTakesEffectOnce();

        assertThat(roles.of(akira.person())).extracting(role -> role.role()).containsExactly(Caller.PROVIDER_AUTHOR, Caller.ADVISER);
        assertThat(accept.handle(new AcceptInvitation.Command(new CommandId(UUID.randomUUID()), aiko, invited.token())))
                .isEqualTo(new AcceptInvitation.Result.Refused(new IdentityRefusal.LinkNotUsable()));
    }

    @Test
    void aManagerInvitesIntoHisOwnOrganisationAndOnlyWhatFitsIt() {
        var beta = World.organisation(OrganisationKind.PROVIDER, "ベータ");

        assertThat(invited(aiko, alpha, Caller.PROVIDER_AUTHOR)).isInstanceOf(InvitePerson.Result.Invited.class);
        assertThat(invited(aiko, beta, Caller.PROVIDER_AUTHOR)).isEqualTo(notYours());
        assertThat(invited(aiko, alpha, Caller.AUDITOR)).isEqualTo(notYours());
        assertThat(invited(aiko, OrganisationId.OPERATOR, Caller.OPERATOR)).isEqualTo(notYours());
        assertThat(invited(akira, alpha, Caller.PROVIDER_AUTHOR)).isEqualTo(notYours());
    }

    @Test
    void anOperatorGivesAnOrganisationItsManagerAndNobodyFurtherDown() {
        assertThat(invited(operator, alpha, Caller.PROVIDER_MANAGER)).isInstanceOf(InvitePerson.Result.Invited.class);
        assertThat(invited(operator, alpha, Caller.PROVIDER_AUTHOR)).isEqualTo(notYours());
        assertThat(invited(operator, new OrganisationId(UUID.randomUUID()), Caller.PROVIDER_MANAGER)).isEqualTo(notYours());
    }

    @Test
    void theLastManagerStaysUnlessAnOperatorEndsHisRole() {
        assertThat(ended(aiko, aiko)).isEqualTo(new EndRole.Result.Refused(new IdentityRefusal.LastManager()));
        assertThat(ended(akira, aiko)).isEqualTo(new EndRole.Result.Refused(new IdentityRefusal.PersonUnknown()));
        assertThat(ended(operator, aiko)).isEqualTo(new EndRole.Result.Ended("愛子"));
    }

    @Test
    void whoLeavesAnOrganisationLeavesItsDossiersAndItsDeputiesToo() {
        var dossier = World.dossier(aiko, "件");
        World.assign(dossier, akira, Part.AUTHOR, false);
        appointed(akira, aiko);

        assertThat(ended(akira, akira)).isEqualTo(new EndRole.Result.Ended("明"));

        assertThat(dossiersOf(akira)).isEmpty();
        assertThat(roles.deputisedTo(aiko.person(), clock.instant())).isEmpty();
    }

    @Test
    void aManagerResetsTheProofsOfHisOwnPeopleOnlyWhereNobodyElseReliesOnThem() {
        assertThat(reset(aiko, akira)).isInstanceOf(ResetProofs.Result.Reset.class);

        World.alsoHolds(akira, Caller.ADVISER, World.organisation(OrganisationKind.ADVISER, "助言社"));
        assertThat(reset(aiko, akira)).isEqualTo(new ResetProofs.Result.Refused(new IdentityRefusal.PersonUnknown()));
        assertThat(reset(aiko, operator)).isEqualTo(new ResetProofs.Result.Refused(new IdentityRefusal.PersonUnknown()));
        assertThat(reset(operator, akira)).isInstanceOf(ResetProofs.Result.Reset.class);
    }

    @Test
    @NthFailureOf({AppointDeputy.class, EndDeputy.class})
    void appointingAndEndingADeputy() {
        var now = clock.instant();
        var command = new AppointDeputy.Command(id, aiko, akira.person(), now.plusSeconds(60), now.plusSeconds(120));
        NthFailure.of(() -> appoint.handle(command)).changesNothingAndARetryTakesEffectOnce();
        var deputy = ((AppointDeputy.Result.Appointed) appoint.handle(command)).deputy();

        assertThat(roles.deputisedTo(akira.person(), now)).isEmpty();
        assertThat(roles.deputisedTo(akira.person(), now.plusSeconds(60))).hasSize(1);
        assertThat(roles.deputisedTo(akira.person(), now.plusSeconds(120))).isEmpty();

        clock.advance(Duration.ofSeconds(60));
        var end = new EndDeputy.Command(new CommandId(UUID.randomUUID()), aiko, deputy);
        NthFailure.of(() -> endDeputy.handle(end)).changesNothingAndARetryTakesEffectOnce();
        assertThat(roles.deputisedTo(akira.person(), clock.instant())).isEmpty();
    }

    @Test
    void aDeputyIsAColleagueAndDoesNotHandItOn() {
        var elsewhere = World.person("勉", Caller.PROVIDER_MANAGER, World.organisation(OrganisationKind.PROVIDER, "ベータ"));
        var standingIn = new Actor(akira.person(), akira.name(), Caller.PROVIDER_MANAGER, alpha, aiko.person());

        assertThat(appointed(aiko, elsewhere)).isInstanceOf(IdentityRefusal.DeputyNotAColleague.class);
        assertThat(appointed(aiko, aiko)).isInstanceOf(IdentityRefusal.DeputyNotAColleague.class);
        assertThat(appointed(standingIn, akira)).isInstanceOf(IdentityRefusal.NotAsADeputy.class);
    }

    private RegisterOrganisation.Command command(String named, String number) {
        return new RegisterOrganisation.Command(
                new CommandId(UUID.randomUUID()), operator, OrganisationKind.PROVIDER, named, "", number);
    }

    private InvitePerson.Result invited(Actor by, OrganisationId into, Caller role) {
        return invite.handle(new InvitePerson.Command(new CommandId(UUID.randomUUID()), by, proof(by), "誰か", into, role));
    }

    private static InvitePerson.Result notYours() {
        return new InvitePerson.Result.Refused(new IdentityRefusal.RoleNotYours());
    }

    private EndRole.Result ended(Actor by, Actor whose) {
        return endRole.handle(new EndRole.Command(
                new CommandId(UUID.randomUUID()), by, proof(by), roles.of(whose.person()).get(0).id()));
    }

    private ResetProofs.Result reset(Actor by, Actor whose) {
        return resetProofs.handle(new ResetProofs.Command(new CommandId(UUID.randomUUID()), by, proof(by), whose.person()));
    }

    /** Null when he was appointed. */
    private IdentityRefusal appointed(Actor by, Actor deputy) {
        var result = appoint.handle(
                new AppointDeputy.Command(new CommandId(UUID.randomUUID()), by, deputy.person(), clock.instant(), null));
        return result instanceof AppointDeputy.Result.Refused refused ? refused.wrong().why() : null;
    }

    private List<DossierId> dossiersOf(Actor actor) {
        return transaction.execute(open -> walls.enter(actor).dossiers());
    }

    private String nameOn(OrganisationId organisation, LocalDate day) {
        return transaction.execute(open -> {
            walls.enter(operator);
            return organisations.find(organisation, day).orElseThrow().nameJa();
        });
    }

    /** A code of now; each one works once. */
    private Proof proof(Actor actor) {
        clock.advance(Duration.ofSeconds(30));
        return new Proof(authenticator.code(Operators.SECRET, clock.instant()), null, "::1");
    }
}
