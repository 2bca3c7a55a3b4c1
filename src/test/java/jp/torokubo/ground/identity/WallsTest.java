// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sees which dossier: with both guards, with the program's alone, and with the database's alone. */
@TorokuboTest
class WallsTest {

    /** Which guard stands. One that is taken away must be made good by the other. */
    enum Guard {
        BOTH,
        THE_PROGRAM_ALONE,
        THE_DATABASE_ALONE
    }

    @Autowired Walls walls;
    @Autowired DossierReading dossiers;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;

    private OrganisationId alpha;
    private OrganisationId firm;
    private Actor aiko;
    private Actor akira;
    private Actor ben;
    private Actor jiro;
    private Actor saburo;
    private DossierId ofAlpha;
    private DossierId ofBeta;
    private UUID jiroIsIn;

    @BeforeEach
    void twoProvidersAndTwoTeamsOfOneAuditFirm() {
        alpha = World.organisation(OrganisationKind.PROVIDER, "アルファ");
        var beta = World.organisation(OrganisationKind.PROVIDER, "ベータ");
        firm = World.organisation(OrganisationKind.AUDIT_BODY, "監査法人");
        aiko = World.person("愛子", Caller.PROVIDER_MANAGER, alpha);
        akira = World.person("明", Caller.PROVIDER_AUTHOR, alpha);
        ben = World.person("勉", Caller.PROVIDER_MANAGER, beta);
        jiro = World.person("次郎", Caller.AUDITOR, firm);
        saburo = World.person("三郎", Caller.AUDITOR, firm);
        ofAlpha = World.dossier(aiko, "アルファの件");
        ofBeta = World.dossier(ben, "ベータの件");
        jiroIsIn = World.assign(ofAlpha, jiro, Part.AUDITOR, true);
        World.assign(ofBeta, saburo, Part.AUDITOR, true);
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    @FreshDatabase
    void eachManagerSeesTheDossiersOfHisOrganisationAndNoOther(Guard guard) {
        take(guard);

        assertThat(seenBy(guard, aiko)).containsExactly(ofAlpha);
        assertThat(seenBy(guard, ben)).containsExactly(ofBeta);
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    @FreshDatabase
    void aRoleAloneOpensNothing(Guard guard) {
        var lead = World.person("五郎", Caller.AUDIT_MANAGER, firm);
        var operator = World.person("運子", Caller.OPERATOR, OrganisationId.OPERATOR);
        take(guard);

        assertThat(seenBy(guard, akira)).isEmpty();
        assertThat(seenBy(guard, lead)).isEmpty();
        assertThat(seenBy(guard, operator)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    @FreshDatabase
    void twoTeamsOfOneFirmDoNotLearnOfEachOther(Guard guard) {
        take(guard);

        assertThat(seenBy(guard, jiro)).containsExactly(ofAlpha);
        assertThat(seenBy(guard, saburo)).containsExactly(ofBeta);
        assertThat(assignmentsSeenBy(guard, jiro)).containsExactly(jiro.person());
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    @FreshDatabase
    void anAssignmentOpensFromItsBeginningToItsEnd(Guard guard) {
        var now = clock.instant();
        World.said("update identity.assignment set starts_at = ?::timestamptz, ends_at = ?::timestamptz where id = ?",
                now.plusSeconds(60).toString(), now.plusSeconds(120).toString(), jiroIsIn);
        take(guard);

        assertThat(seenBy(guard, jiro)).isEmpty();
        clock.set(now.plusSeconds(60));
        assertThat(seenBy(guard, jiro)).containsExactly(ofAlpha);
        clock.set(now.plusSeconds(120));
        assertThat(seenBy(guard, jiro)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    @FreshDatabase
    void whoHasTwoRolesSeesInEachWhatIsForThatOne(Guard guard) {
        var aikoElsewhere = World.alsoHolds(aiko, Caller.ADVISER, World.organisation(OrganisationKind.ADVISER, "助言社"));
        World.assign(ofBeta, aikoElsewhere, Part.ADVISER, false);
        take(guard);

        assertThat(seenBy(guard, aiko)).containsExactly(ofAlpha);
        assertThat(seenBy(guard, aikoElsewhere)).containsExactly(ofBeta);
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    @FreshDatabase
    void aDeputySeesWhatTheOneHeStandsInForSees(Guard guard) {
        var deputy = new Actor(saburo.person(), saburo.name(), Caller.AUDITOR, firm, jiro.person());
        take(guard);

        assertThat(seenBy(guard, deputy)).containsExactly(ofAlpha);
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    @FreshDatabase
    void theProgramSeesAllOfItForWorkOfItsOwn(Guard guard) {
        take(guard);

        var seen = transaction.execute(open -> {
            walls.enter(Actor.program("count"));
            return jdbc.sql("select count(*) from identity.dossier").query(Integer.class).single();
        });

        assertThat(seen).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(value = Guard.class, names = "BOTH")
    @FreshDatabase
    void nobodyWritesOverAWall(Guard guard) {
        assertThatThrownBy(() -> as(jiro, reach -> jdbc.sql("""
                                insert into identity.assignment
                                    (id, dossier, person, organisation, part, may_assign, starts_at, assigned_by)
                                values (:id, :dossier, :person, :organisation, 'AUDITOR', true, now(), :person)
                                """)
                        .param("id", UUID.randomUUID())
                        .param("dossier", ofBeta.value())
                        .param("person", saburo.person().value())
                        .param("organisation", firm.value())
                        .update()))
                .hasStackTraceContaining("row-level security");
        Integer changed = as(jiro, reach ->
                jdbc.sql("update identity.dossier set title = 'mine' where id = :id").param("id", ofBeta.value()).update());
        assertThat(changed).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Guard.class, names = "BOTH")
    @FreshDatabase
    void whoActedIsForgottenWithTheTransactionWhateverConnectionComesNext(Guard guard) {
        for (var round = 0; round < 200; round++) {
            assertThat(seenBy(guard, round % 2 == 0 ? aiko : ben)).hasSize(1);
            assertThat(jdbc.sql("select count(*) from identity.dossier").query(Integer.class).single()).isZero();
        }
    }

    private static void take(Guard guard) {
        if (guard == Guard.THE_PROGRAM_ALONE) {
            World.withoutPolicies();
        }
    }

    private List<DossierId> seenBy(Guard guard, Actor actor) {
        return as(actor, reach -> guard == Guard.THE_DATABASE_ALONE
                ? jdbc.sql("select id from identity.dossier").query((row, n) -> new DossierId(row.getObject(1, UUID.class))).list()
                : dossiers.all(reach).stream().map(Dossier::id).toList());
    }

    private List<PersonId> assignmentsSeenBy(Guard guard, Actor actor) {
        return as(actor, reach -> guard == Guard.THE_DATABASE_ALONE
                ? jdbc.sql("select person from identity.assignment").query((row, n) -> new PersonId(row.getObject(1, UUID.class))).list()
                : List.of(ofAlpha, ofBeta).stream()
                        .flatMap(dossier -> dossiers.assignments(reach, dossier).stream())
                        .map(known -> known.assignment().person())
                        .toList());
    }

    private <A> A as(Actor actor, Function<Reach, A> asked) {
        return transaction.execute(open -> asked.apply(walls.enter(actor)));
    }
}
