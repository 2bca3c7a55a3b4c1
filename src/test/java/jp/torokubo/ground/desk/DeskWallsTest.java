// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import jp.torokubo.FreshDatabase;
import jp.torokubo.ground.desk.mail.MailTest;
import jp.torokubo.ground.desk.mail.Pace;
import jp.torokubo.ground.desk.mail.PostOffice;
import jp.torokubo.ground.desk.store.Messages;
import jp.torokubo.ground.desk.store.Tasks;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.identity.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees which task and message: with both guards, with the program's conditions alone, and with the database's policies alone. */
@FreshDatabase
class DeskWallsTest extends MailTest {

    enum Guard {
        BOTH,
        THE_PROGRAM_ALONE,
        THE_DATABASE_ALONE
    }

    @Autowired Tasks tasks;
    @Autowired Messages messages;

    private OrganisationId firm;
    private Actor aiko;
    private Actor ben;
    private Actor jiro;
    private Actor saburo;
    private DossierId ofAlpha;
    private UUID jiroIsIn;

    @BeforeEach
    void twoProvidersAndTwoTeamsOfOneAuditFirm() {
        var alpha = World.organisation(OrganisationKind.PROVIDER, "アルファ");
        var beta = World.organisation(OrganisationKind.PROVIDER, "ベータ");
        firm = World.organisation(OrganisationKind.AUDIT_BODY, "監査法人");
        aiko = World.person("愛子", Caller.PROVIDER_MANAGER, alpha);
        ben = World.person("勉", Caller.PROVIDER_MANAGER, beta);
        jiro = World.person("次郎", Caller.AUDITOR, firm);
        saburo = World.person("三郎", Caller.AUDITOR, firm);
        ofAlpha = World.dossier(aiko, "アルファの件");
        var ofBeta = World.dossier(ben, "ベータの件");
        jiroIsIn = World.assign(ofAlpha, jiro, Part.AUDITOR, true);
        World.assign(ofBeta, saburo, Part.AUDITOR, true);

        asked("alpha-audit", new Audience.Holders(Caller.AUDITOR, firm), ofAlpha);
        asked("beta-audit", new Audience.Holders(Caller.AUDITOR, firm), ofBeta);
        asked("alpha-manager", new Audience.Holders(Caller.PROVIDER_MANAGER, alpha), ofAlpha);
        asked("beta-manager", new Audience.Holders(Caller.PROVIDER_MANAGER, beta), ofBeta);
        asked("any-auditor", new Audience.Holders(Caller.AUDITOR, firm), null);
        asked("jiro", new Audience.OnePerson(jiro.person(), firm), ofAlpha);
        told("jiro-alpha", jiro, ofAlpha);
        told("jiro-plain", jiro, null);
        told("saburo-beta", saburo, ofBeta);
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void eachSeesWhatIsForHimInsideHisDossiersAndNothingElse(Guard guard) {
        take(guard);

        assertThat(tasksSeenBy(guard, jiro)).containsExactlyInAnyOrder("alpha-audit", "any-auditor", "jiro");
        assertThat(tasksSeenBy(guard, saburo)).containsExactlyInAnyOrder("beta-audit", "any-auditor");
        assertThat(tasksSeenBy(guard, aiko)).containsExactly("alpha-manager");
        assertThat(tasksSeenBy(guard, ben)).containsExactly("beta-manager");
        assertThat(messagesSeenBy(guard, jiro)).containsExactlyInAnyOrder("jiro-alpha", "jiro-plain");
        assertThat(messagesSeenBy(guard, saburo)).containsExactly("saburo-beta");
        assertThat(messagesSeenBy(guard, aiko)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void whatBelongsToADossierDisappearsWithTheAssignment(Guard guard) {
        World.said("update identity.assignment set ends_at = ?::timestamptz where id = ?", clock.instant().toString(), jiroIsIn);
        take(guard);

        assertThat(tasksSeenBy(guard, jiro)).containsExactly("any-auditor");
        assertThat(messagesSeenBy(guard, jiro)).containsExactly("jiro-plain");
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void inAnotherRoleAnotherDeskIsSeen(Guard guard) {
        var elsewhere = World.alsoHolds(jiro, Caller.PROCUREMENT_OFFICER, World.organisation(OrganisationKind.MUNICIPALITY, "市"));
        asked("elsewhere", new Audience.OnePerson(jiro.person(), elsewhere.organisation()), null);
        take(guard);

        assertThat(tasksSeenBy(guard, elsewhere)).containsExactly("elsewhere");
        assertThat(tasksSeenBy(guard, jiro)).doesNotContain("elsewhere");
        assertThat(messagesSeenBy(guard, elsewhere)).containsExactly("jiro-plain");
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void aDeputySeesTheTasksOfTheOneHeStandsInForButNotHisMessages(Guard guard) {
        var deputy = new Actor(saburo.person(), saburo.name(), Caller.AUDITOR, firm, jiro.person());
        take(guard);

        assertThat(tasksSeenBy(guard, deputy)).containsExactlyInAnyOrder("alpha-audit", "any-auditor", "jiro");
        assertThat(messagesSeenBy(guard, deputy)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Guard.class, names = {"BOTH", "THE_PROGRAM_ALONE"})
    void nobodyPutsAwayAnothersMessage(Guard guard) {
        take(guard);
        var ofSaburo = UUID.fromString(single("select id from desk.message where subject_ids = 'saburo-beta'"));

        assertThat(this.<Boolean>as(jiro, reach -> messages.read(ofSaburo, reach, clock.instant()))).isFalse();
        this.<Boolean>as(jiro, reach -> {
            messages.readUntil(reach, clock.instant(), clock.instant());
            return true;
        });
        assertThat(single("select count(*) from desk.message where read_at is not null")).isEqualTo("2");
        assertThat(single("select count(*) from desk.message where read_at is not null and person = '" + saburo.person().value() + "'"))
                .isEqualTo("0");
    }

    /** Asked of the pages at the moment of writing, not at the moment of asking. */
    @ParameterizedTest
    @EnumSource(value = Guard.class, names = {"BOTH", "THE_PROGRAM_ALONE"})
    void aMailSpeaksOfNothingThatThePageWouldNotShow(Guard guard) {
        wants(jiro, Pace.AT_ONCE, "ja");
        wants(saburo, Pace.AT_ONCE, "ja");
        World.said("update identity.assignment set ends_at = ?::timestamptz where id = ?", clock.instant().toString(), jiroIsIn);
        take(guard);

        round.run();

        var bodies = PostOffice.arrived().stream().map(PostOffice::text).toList();
        assertThat(bodies).hasSize(2);
        assertThat(bodies).filteredOn(body -> body.startsWith("次郎")).singleElement().asString()
                .contains("報告の提出 1件").contains("提案の決定 1件");
        assertThat(bodies).filteredOn(body -> body.startsWith("三郎")).singleElement().asString()
                .contains("報告の提出 2件").contains("提案の決定 1件");
    }

    private static void take(Guard guard) {
        if (guard == Guard.THE_PROGRAM_ALONE) {
            World.withoutPolicies();
        }
    }

    private List<String> tasksSeenBy(Guard guard, Actor actor) {
        return as(actor, reach -> guard == Guard.THE_DATABASE_ALONE
                ? jdbc.sql("select subject_ids from desk.task").query(String.class).list()
                : tasks.waitingFor(reach, null, 50).stream().map(task -> task.subject().ids().get(0)).toList());
    }

    private List<String> messagesSeenBy(Guard guard, Actor actor) {
        return as(actor, reach -> guard == Guard.THE_DATABASE_ALONE
                ? jdbc.sql("select subject_ids from desk.message").query(String.class).list()
                : messages.of(reach, false, null, 50).stream().map(told -> told.subject().ids().get(0)).toList());
    }

    private void asked(String id, Audience audience, DossierId dossier) {
        inTransaction(() -> desk.ask(Actor.SYSTEM, new Task(
                TriedKinds.REPORT, Subject.of("tried.subject", id), new Place("/desk"), audience, dossier, null)));
    }

    private void told(String id, Actor person, DossierId dossier) {
        transaction.executeWithoutResult(open -> desk.tell(Actor.SYSTEM, new Message(
                TriedKinds.DECIDED, Subject.of("tried.subject", id), new Place("/desk"), person.person(), dossier)));
    }

    private <T> T as(Actor actor, Function<Reach, T> asked) {
        return inTransaction(() -> asked.apply(walls.enter(actor)));
    }
}
