// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.demo;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.database.CannotStart;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DemoCast;
import jp.torokubo.ground.identity.DemoScene;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.dossiers.AssignPerson;
import jp.torokubo.ground.identity.dossiers.OpenDossier;
import jp.torokubo.ground.identity.organisations.RegisterOrganisation;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.identity.store.Roles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty register with the demo world at its first start, by the use cases that people would use; after the first list. */
@Component
@Order(20)
@Profile("demo")
public class LoadDemo implements ApplicationRunner {

    /** The authenticator of everybody in the demo; its codes are shown beside the names. */
    public static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private static final Logger log = LoggerFactory.getLogger(LoadDemo.class);

    private final People people;
    private final Roles roles;
    private final RegisterOrganisation registerOrganisation;
    private final OpenDossier openDossier;
    private final AssignPerson assignPerson;
    private final ObjectProvider<DemoScene> scenes;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final InstantSource clock;

    LoadDemo(
            People people, Roles roles, RegisterOrganisation registerOrganisation, OpenDossier openDossier,
            AssignPerson assignPerson, ObjectProvider<DemoScene> scenes, TransactionTemplate transaction, Ids ids,
            InstantSource clock) {
        this.people = people;
        this.roles = roles;
        this.registerOrganisation = registerOrganisation;
        this.openDossier = openDossier;
        this.assignPerson = assignPerson;
        this.scenes = scenes;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var known = people.all();
        if (known.stream().anyMatch(person -> !person.login().endsWith(DemoPeople.DOMAIN))) {
            throw new CannotStart(
                    "この登録簿には実在の利用者がいるため、見本（demo）としては動かせません。別のデータフォルダーを指定してください。",
                    "This register has real people in it and cannot run as a demo. Name another data folder.");
        }
        if (known.isEmpty()) {
            load();
            log.info("見本の組織と人を読み込みました / The demo world has been loaded: /demo");
        }
    }

    private void load() {
        var organisations = organisations();
        var actors = new LinkedHashMap<String, Actor>();
        for (var line : DemoPeople.people()) {
            var organisation = organisations.get(line.organisation());
            var known = line.sameAs().isEmpty() ? null : actors.get(line.sameAs());
            actors.put(line.key(), transaction.execute(open -> appear(line, organisation, known)));
        }
        var cast = new DemoCast(Map.copyOf(actors), dossiers(actors));
        scenes.orderedStream().forEach(scene -> scene.play(cast));
    }

    private Map<String, OrganisationId> organisations() {
        var all = new LinkedHashMap<String, OrganisationId>();
        all.put("operator", OrganisationId.OPERATOR);
        for (var line : DemoPeople.organisations()) {
            var result = registerOrganisation.handle(new RegisterOrganisation.Command(
                    command(), Actor.program("demo"), OrganisationKind.valueOf(line.kind()), line.nameJa(), line.nameEn(), line.number()));
            all.put(line.key(), ((RegisterOrganisation.Result.Registered) result).organisation());
        }
        return all;
    }

    private Actor appear(DemoPeople.Somebody line, OrganisationId organisation, @Nullable Actor known) {
        var now = clock.instant();
        var id = known == null ? new PersonId(ids.next()) : known.person();
        if (known == null) {
            people.add(id, line.name(), line.key() + DemoPeople.DOMAIN, now);
            people.offerAuthenticator(id, SECRET);
            people.confirmAuthenticator(id);
            people.becomeUsable(id, now);
        }
        roles.grant(ids.next(), id, line.role(), organisation, PersonId.SYSTEM, now);
        return new Actor(id, known == null ? line.name() : known.name(), line.role(), organisation, null);
    }

    private Map<String, DossierId> dossiers(Map<String, Actor> actors) {
        var all = new LinkedHashMap<String, DossierId>();
        for (var line : DemoPeople.dossiers()) {
            var owner = actors.get(line.owner());
            var opened = (OpenDossier.Result.Opened) openDossier.handle(new OpenDossier.Command(command(), owner, line.title()));
            all.put(line.key(), opened.dossier());
            line.assigned().forEach((who, part) -> assign(owner, opened.dossier(), actors.get(who), part));
        }
        return Map.copyOf(all);
    }

    private void assign(Actor owner, DossierId dossier, Actor who, Part part) {
        var login = people.find(who.person()).orElseThrow().login();
        var result = assignPerson.handle(new AssignPerson.Command(command(), owner, dossier, login, part, false, null, null));
        if (result instanceof AssignPerson.Result.Refused refused) {
            throw new IllegalStateException("the demo assigns " + login + ", yet: " + refused.wrong());
        }
    }

    private CommandId command() {
        return new CommandId(ids.next());
    }
}
