// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.torokubo.SettableClock;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.correspondence.Correspondents;
import jp.torokubo.ground.correspondence.RetractNote;
import jp.torokubo.ground.correspondence.WriteNote;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Independence;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.World;
import jp.torokubo.ground.identity.dossiers.AssignPerson;
import jp.torokubo.ground.identity.dossiers.DeclareRelation;
import jp.torokubo.ground.identity.dossiers.EndAssignment;
import jp.torokubo.ground.identity.dossiers.OpenDossier;
import jp.torokubo.ground.identity.organisations.AppointDeputy;
import jp.torokubo.ground.identity.organisations.NameOrganisation;
import jp.torokubo.ground.identity.organisations.RegisterOrganisation;
import jp.torokubo.ground.identity.people.InvitePerson;
import jp.torokubo.ground.identity.proof.Authenticator;
import jp.torokubo.procedure.statement.StatementFixture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Five providers who compete, the people who audit, review and advise them out of the same firms, and a mark in whatever any of them can
 * write. Each mark says who may know of it; that is worked out here, from who was brought into what, and not asked of the program.
 */
final class MarkedWorld {

    static final int PROVIDERS = 5;

    /** What a mark looks like, wherever it turns up; the id of a dossier is one as well. */
    static final Pattern MARK = Pattern.compile("zq[a-z2-7]{14}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NOBODYS_NUMBER = "8000012010038";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    /** @param of what bears it */
    record Mark(String value, String of, Predicate<Actor> mayKnow) {}

    private record Membership(DossierId dossier, Actor member, boolean present) {}

    private final ApplicationContext program;
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final Map<String, Actor> people = new LinkedHashMap<>();
    private final Map<DossierId, OrganisationId> owners = new LinkedHashMap<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<Map<String, String>> ids = new ArrayList<>();
    private final Actor operator;
    private final OrganisationId firm;

    MarkedWorld(ApplicationContext program) {
        this.program = program;
        operator = person("operator", Caller.OPERATOR, OrganisationId.OPERATOR);
        firm = organisation("firm", OrganisationKind.AUDIT_BODY);
        var advisers = organisation("advisers", OrganisationKind.ADVISER);
        var reviewers = organisation("reviewers", OrganisationKind.OPERATING_BODY);
        var committee = organisation("committee", OrganisationKind.COMMITTEE);
        var ministry = organisation("ministry", OrganisationKind.MINISTRY);
        person("audit-manager", Caller.AUDIT_MANAGER, firm);
        person("lead", Caller.REVIEW_LEAD, reviewers);
        person("secretary", Caller.SECRETARY, committee);
        person("member", Caller.COMMITTEE_MEMBER, committee);
        person("approver", Caller.PROCUREMENT_APPROVER, ministry);
        person("officer", Caller.PROCUREMENT_OFFICER, ministry);
        for (var n = 1; n <= PROVIDERS; n++) {
            provider("provider-" + n, advisers, reviewers);
        }
    }

    /** Everybody by a name of his own. */
    Map<String, Actor> people() {
        return people;
    }

    /** By its letters. */
    Map<String, Mark> marks() {
        return marks;
    }

    /** What addresses are filled with, by the name of the variable: one for each dossier. */
    List<Map<String, String>> ids() {
        return ids;
    }

    /** What addresses are filled with that lead somebody to what is his. */
    List<Map<String, String>> idsFor(String user) {
        var actor = people.get(user);
        return ids.stream()
                .filter(values -> actor != null && sees(actor, new DossierId(UUID.fromString(values.get("dossier")))))
                .toList();
    }

    /** A mark that nothing bears. */
    static String fresh() {
        var text = new StringBuilder("zq");
        RANDOM.ints(14, 0, LETTERS.length()).forEach(at -> text.append(LETTERS.charAt(at)));
        return text.toString();
    }

    private void provider(String name, OrganisationId advisers, OrganisationId reviewers) {
        var organisation = organisation(name, OrganisationKind.PROVIDER);
        var manager = person(name + "/manager", Caller.PROVIDER_MANAGER, organisation);
        var author = person(name + "/author-1", Caller.PROVIDER_AUTHOR, organisation);
        var otherAuthor = person(name + "/author-2", Caller.PROVIDER_AUTHOR, organisation);
        var teamOne = person(name + "/team-1", Caller.AUDITOR, firm);
        var teamTwo = person(name + "/team-2", Caller.AUDITOR, firm);
        var gone = person(name + "/gone", Caller.AUDITOR, firm);
        var adviser = person(name + "/adviser", Caller.ADVISER, advisers);
        var reviewer = person(name + "/reviewer", Caller.REVIEWER, reviewers);

        var one = dossier(name + "/dossier-1", manager);
        var two = dossier(name + "/dossier-2", manager);
        assign(manager, one, author, Part.AUTHOR);
        var assignment = assign(manager, one, teamOne, Part.AUDITOR);
        assign(manager, one, adviser, Part.ADVISER);
        leave(manager, one, gone, assign(manager, one, gone, Part.AUDITOR));
        assign(manager, two, otherAuthor, Part.AUTHOR);
        var otherAssignment = assign(manager, two, teamTwo, Part.AUDITOR);
        assign(manager, two, reviewer, Part.REVIEWER);

        var deputy = ((AppointDeputy.Result.Appointed) program.getBean(AppointDeputy.class).handle(new AppointDeputy.Command(
                command(), author, otherAuthor.person(), SettableClock.START, null))).deputy();
        people.put(name + "/author-2 for author-1", new Actor(
                otherAuthor.person(), otherAuthor.name(), Caller.PROVIDER_AUTHOR, organisation, author.person()));
        for (var independent : List.of(teamOne, teamTwo, gone, reviewer)) {
            relation(name, independent);
        }
        invitation(name, manager);

        ids.add(ids(one, assignment, organisation, author, teamOne, deputy, notes(name + "/dossier-1", one, author, teamOne)));
        ids.add(ids(two, otherAssignment, organisation, otherAuthor, teamTwo, deputy, notes(name + "/dossier-2", two, manager, reviewer)));
        statement(name + "/dossier-1", one, manager, ids.get(ids.size() - 2));
        statement(name + "/dossier-2", two, manager, ids.get(ids.size() - 1));
    }

    private Map<String, String> ids(
            DossierId dossier, UUID assignment, OrganisationId organisation, Actor author, Actor auditor, UUID deputy,
            UUID note) {
        var values = new TreeMap<String, String>();
        values.put("dossier", dossier.value().toString());
        values.put("assignment", assignment.toString());
        values.put("organisation", organisation.value().toString());
        values.put("role", World.asked("select id from identity.role where person = ?", author.person().value()).toString());
        values.put("id", author.person().value().toString());
        values.put("relation", World.asked("select id from identity.relation where person = ?", auditor.person().value()).toString());
        values.put("deputy", deputy.toString());
        values.put("note", note.toString());
        values.put("attachment", World.asked("select id from correspondence.attachment where note = ?", note).toString());
        return values;
    }

    /** What the provider's side notes for itself is not for those who read along. */
    private void statement(String name, DossierId dossier, Actor manager, Map<String, String> values) {
        var made = StatementFixture.of(program, manager, dossier, NOBODYS_NUMBER, text -> text + " " + mark(
                name + ": " + text, actor -> sees(actor, dossier)
                        && (!text.equals("コメント") && !text.equals("一言") && !text.startsWith("対応づけ") && !text.startsWith("シート") || isOfTheProvidersSide(actor))
                        && (!text.equals("見方") || actor.person().equals(manager.person()))));
        values.put("statement", made.statement().value().toString());
        values.put("version", made.version());
        values.put("disclosure", made.disclosure().toString());
        values.put("batch", made.batch().toString());
        values.put("evidence", made.evidence().toString());
        values.put("mapping", made.mapping().toString());
        values.put("sheet", made.sheet().hash());
        values.put("sheetDisclosure", made.sheet().disclosure().toString());
        values.put("part", "special-notes");
        values.put("control", "9.1.1.1");
    }

    private static boolean isOfTheProvidersSide(Actor actor) {
        return List.of(Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER).contains(actor.role());
    }

    /** A note with a file, an answer to it, and one that was taken back. */
    private UUID notes(String name, DossierId dossier, Actor one, Actor other) {
        var note = note(name, dossier, one, null);
        note(name + ": answer", dossier, other, note);
        var retracted = note(name + ": retracted", dossier, other, null);
        var result = program.getBean(RetractNote.class).handle(new RetractNote.Command(
                command(), other, dossier, retracted, "誤り " + mark(name + ": reason", actor -> sees(actor, dossier))));
        if (!(result instanceof RetractNote.Result.Retracted)) {
            throw new IllegalStateException(result.toString());
        }
        return note;
    }

    private UUID note(String name, DossierId dossier, Actor author, @Nullable UUID replyTo) {
        Predicate<Actor> may = actor -> sees(actor, dossier);
        var file = Correspondents.file(
                mark(name + ": file name", may) + ".txt", "中身 " + mark(name + ": content of a file", may));
        return Correspondents.written(program.getBean(WriteNote.class).handle(new WriteNote.Command(
                command(), author, dossier, "本文 " + mark(name + ": text", may), replyTo, List.of(file))));
    }

    private OrganisationId organisation(String name, OrganisationKind kind) {
        var holder = new OrganisationId[1];
        Predicate<Actor> may = actor -> knows(actor, holder[0]);
        var registered = (RegisterOrganisation.Result.Registered) program.getBean(RegisterOrganisation.class).handle(
                new RegisterOrganisation.Command(
                        command(), operator, kind, "株式会社 " + mark(name + ": first name", may),
                        "Inc. " + mark(name + ": first English name", may), ""));
        holder[0] = registered.organisation();
        program.getBean(NameOrganisation.class).handle(new NameOrganisation.Command(
                command(), operator, registered.organisation(), "新 " + mark(name + ": name", may),
                "New " + mark(name + ": English name", may), LocalDate.of(2020, 1, 1)));
        return registered.organisation();
    }

    private Actor person(String name, Caller role, OrganisationId organisation) {
        var holder = new Actor[1];
        var actor = World.person("人 " + mark(name + ": name", asking -> knows(asking, holder[0])), role, organisation);
        World.said("update identity.person set login = ? where id = ?",
                mark(name + ": login", asking -> knowsTheLoginOf(asking, holder[0])) + "@example.jp", actor.person().value());
        holder[0] = actor;
        people.put(name, actor);
        return actor;
    }

    private DossierId dossier(String name, Actor manager) {
        var holder = new DossierId[1];
        var opened = (OpenDossier.Result.Opened) program.getBean(OpenDossier.class).handle(new OpenDossier.Command(
                command(), manager, "件 " + mark(name + ": title", actor -> sees(actor, holder[0]))));
        holder[0] = opened.dossier();
        owners.put(opened.dossier(), manager.organisation());
        // it tells that there is one; the trail names deeds by it
        var id = opened.dossier().value().toString();
        marks.put(id, new Mark(id, name + ": id", actor -> sees(actor, holder[0]) || actor.role() == Caller.OPERATOR));
        return opened.dossier();
    }

    private UUID assign(Actor manager, DossierId dossier, Actor whom, Part part) {
        var login = program.getBean(jp.torokubo.ground.identity.store.People.class).find(whom.person()).orElseThrow().login();
        var result = program.getBean(AssignPerson.class).handle(
                new AssignPerson.Command(command(), manager, dossier, login, part, false, null, null));
        memberships.add(new Membership(dossier, whom, true));
        return ((AssignPerson.Result.Assigned) result).assignment();
    }

    private void leave(Actor manager, DossierId dossier, Actor whom, UUID assignment) {
        program.getBean(EndAssignment.class).handle(new EndAssignment.Command(command(), manager, dossier, assignment));
        memberships.remove(new Membership(dossier, whom, true));
        memberships.add(new Membership(dossier, whom, false));
    }

    private void relation(String name, Actor actor) {
        program.getBean(DeclareRelation.class).handle(new DeclareRelation.Command(
                command(), actor, Independence.Kind.EMPLOYED,
                "某社 " + mark(name + ": relation of " + actor.name(), asking -> asking.person().equals(actor.person())), "", null, null));
    }

    private void invitation(String name, Actor manager) {
        var code = program.getBean(Authenticator.class).code(Operators.SECRET, SettableClock.START);
        var result = program.getBean(InvitePerson.class).handle(new InvitePerson.Command(
                command(), manager, new Proof(code, null, "192.0.2.1"),
                "招待 " + mark(name + ": note of an invitation", asking -> asking.equals(manager) || asking.role() == Caller.OPERATOR),
                manager.organisation(), Caller.PROVIDER_AUTHOR));
        if (!(result instanceof InvitePerson.Result.Invited)) {
            throw new IllegalStateException(result.toString());
        }
    }

    private String mark(String of, Predicate<Actor> mayKnow) {
        var mark = new Mark(fresh(), of, mayKnow);
        marks.put(mark.value(), mark);
        return mark.value();
    }

    // who may know what, said anew and in other words than the program's

    private boolean sees(Actor actor, DossierId dossier) {
        return actor.role() == Caller.PROVIDER_MANAGER && actor.organisation().equals(owners.get(dossier))
                || memberships.stream().anyMatch(one -> one.present() && one.dossier().equals(dossier)
                        && one.member().person().equals(actor.assigned())
                        && one.member().organisation().equals(actor.organisation()));
    }

    private boolean meets(Actor actor, Predicate<Membership> somebody) {
        return memberships.stream().anyMatch(one -> sees(actor, one.dossier()) && somebody.test(one));
    }

    /** His own, those he meets in a dossier, and all for operators. */
    private boolean knows(Actor actor, OrganisationId organisation) {
        return actor.organisation().equals(organisation) || actor.role() == Caller.OPERATOR
                || owners.entrySet().stream().anyMatch(one -> one.getValue().equals(organisation) && sees(actor, one.getKey()))
                || meets(actor, one -> one.member().organisation().equals(organisation));
    }

    /** Colleagues, those he meets in a dossier, who opened it, and all for operators. */
    private boolean knows(Actor actor, Actor other) {
        return actor.organisation().equals(other.organisation()) || actor.role() == Caller.OPERATOR
                || other.role() == Caller.PROVIDER_MANAGER && owners.entrySet().stream()
                        .anyMatch(one -> one.getValue().equals(other.organisation()) && sees(actor, one.getKey()))
                || meets(actor, one -> one.member().person().equals(other.person()));
    }

    private static boolean knowsTheLoginOf(Actor actor, Actor other) {
        return actor.person().equals(other.person()) || actor.role() == Caller.OPERATOR
                || actor.role().manages() && actor.organisation().equals(other.organisation());
    }

    private static CommandId command() {
        return new CommandId(UUID.randomUUID());
    }
}
