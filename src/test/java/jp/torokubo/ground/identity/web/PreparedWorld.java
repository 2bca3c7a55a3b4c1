// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.SettableClock;
import jp.torokubo.ground.correspondence.Correspondents;
import jp.torokubo.ground.correspondence.ReadAttachment;
import jp.torokubo.ground.correspondence.WriteNote;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.World;
import jp.torokubo.ground.jobs.LongWork;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.procedure.statement.Declarants;
import jp.torokubo.procedure.statement.ExportWorkbook;
import jp.torokubo.procedure.statement.KeepWorkbook;
import jp.torokubo.procedure.statement.StatementFixture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The world of the authorization matrix: one dossier of one provider, and people who stand to it in every way. The addresses of all
 * routes are filled with what belongs to that dossier and that provider; whether that is his own depends on who asks.
 */
final class PreparedWorld {

    private static final UUID NOWHERE = UUID.fromString("01930000-0000-7000-8000-00000000dead");
    private static final String NO_TOKEN = "n".repeat(43);
    private static final String TOKEN = "t".repeat(43);

    /** What is called {@code id} in addresses that begin so. */
    private static final Map<String, String> ALSO_CALLED_ID =
            Map.of("/desk/messages/", "message", "/desk/account/external/", "external", "/operator/mail/", "mail");

    private final Map<String, Actor> people = new LinkedHashMap<>();
    private final Map<String, String> there = new LinkedHashMap<>();

    final DossierId dossier;
    final DossierId rivals;
    final List<UUID> assignments;
    final List<OrganisationId> providers;

    PreparedWorld(ApplicationContext program) {
        var alpha = World.organisation(OrganisationKind.PROVIDER, "アルファ", "7123456789012");
        var beta = World.organisation(OrganisationKind.PROVIDER, "ベータ");
        var firm = World.organisation(OrganisationKind.AUDIT_BODY, "監査法人");
        var advisers = World.organisation(OrganisationKind.ADVISER, "助言社");
        var reviewers = World.organisation(OrganisationKind.OPERATING_BODY, "審査機関");
        var committee = World.organisation(OrganisationKind.COMMITTEE, "委員会");
        var ministry = World.organisation(OrganisationKind.MINISTRY, "省", Declarants.AGENCY_NUMBER);

        World.alsoHolds(add("ended", Caller.AUDITOR, firm), Caller.OPERATOR, OrganisationId.OPERATOR);
        add("operator", Caller.OPERATOR, OrganisationId.OPERATOR);
        var manager = add("manager", Caller.PROVIDER_MANAGER, alpha);
        var author = add("author", Caller.PROVIDER_AUTHOR, alpha);
        add("author-out", Caller.PROVIDER_AUTHOR, alpha);
        var rival = add("rival", Caller.PROVIDER_MANAGER, beta);
        var rivalAuthor = add("rival-author", Caller.PROVIDER_AUTHOR, beta);
        var auditor = add("auditor", Caller.AUDITOR, firm);
        var otherTeam = add("other-team", Caller.AUDITOR, firm);
        var past = add("past", Caller.AUDITOR, firm);
        var soon = add("soon", Caller.AUDITOR, firm);
        var tied = add("tied", Caller.AUDITOR, firm);
        people.put("deputy", new Actor(otherTeam.person(), otherTeam.name(), Caller.AUDITOR, firm, auditor.person()));
        people.put("other-hat", World.alsoHolds(auditor, Caller.COMMITTEE_MEMBER, committee));
        add("audit-manager", Caller.AUDIT_MANAGER, firm);
        var adviser = add("adviser", Caller.ADVISER, advisers);
        var adviserPast = add("adviser-past", Caller.ADVISER, advisers);
        var adviserRival = add("adviser-rival", Caller.ADVISER, advisers);
        var lead = add("lead", Caller.REVIEW_LEAD, reviewers);
        add("lead-out", Caller.REVIEW_LEAD, reviewers);
        var reviewer = add("reviewer", Caller.REVIEWER, reviewers);
        add("reviewer-out", Caller.REVIEWER, reviewers);
        add("secretary", Caller.SECRETARY, committee);
        add("member", Caller.COMMITTEE_MEMBER, committee);
        add("approver", Caller.PROCUREMENT_APPROVER, ministry);
        add("officer", Caller.PROCUREMENT_OFFICER, ministry);
        // relied on by two organisations: neither's manager alone may take his proofs away
        World.alsoHolds(author, Caller.PROCUREMENT_OFFICER, ministry);

        dossier = World.dossier(manager, "アルファの件");
        rivals = World.dossier(rival, "ベータの件");
        World.assign(dossier, author, Part.AUTHOR, false);
        var auditors = World.assign(dossier, auditor, Part.AUDITOR, true);
        World.assign(dossier, tied, Part.AUDITOR, false);
        World.assign(dossier, adviser, Part.ADVISER, false);
        World.assign(dossier, lead, Part.REVIEWER, true);
        World.assign(dossier, reviewer, Part.REVIEWER, false);
        var now = SettableClock.START;
        lasts(World.assign(dossier, past, Part.AUDITOR, false), now.minus(Duration.ofHours(9)), now);
        lasts(World.assign(dossier, soon, Part.AUDITOR, false), now.plusSeconds(1), now.plus(Duration.ofDays(9)));
        lasts(World.assign(dossier, adviserPast, Part.ADVISER, false), now.minus(Duration.ofHours(9)), now);
        World.assign(rivals, rivalAuthor, Part.AUTHOR, false);
        var otherTeams = World.assign(rivals, otherTeam, Part.AUDITOR, true);
        World.assign(rivals, adviserRival, Part.ADVISER, false);
        assignments = List.of(auditors, otherTeams);
        providers = List.of(alpha, beta);

        var note = note(program, auditor, dossier);
        fetched(program, auditor, dossier, note);
        fetched(program, otherTeam, rivals, note(program, otherTeam, rivals));
        relation(tied, "アルファ", "7123456789012");
        there.put("note", note.toString());
        there.put("attachment", attachmentOf(note).toString());
        statements(program, manager, rival);
        there.put("dossier", dossier.value().toString());
        there.put("assignment", auditors.toString());
        there.put("organisation", alpha.value().toString());
        there.put("role", roleOf(author).toString());
        there.put("relation", relation(auditor, "某社", null).toString());
        there.put("deputy", deputy(roleOf(auditor), otherTeam.person(), auditor.person()).toString());
        there.put("token", TOKEN);
        onTheDesk(auditor, otherTeam);
        // the operators' own people and proposals; nobody else gets as far as to ask for one
        there.put("id", World.person("第二", Caller.OPERATOR, OrganisationId.OPERATOR).person().value().toString());
        there.put("proposal", NOWHERE.toString());
        invitation(alpha, manager.person());
    }

    /** Everybody by the name of his column, but for the stranger, who is nobody. */
    Map<String, Actor> people() {
        return people;
    }

    /** What an address is filled with: the ids of things that are there. */
    Map<String, String> there() {
        return there;
    }

    /** What a variable of this route stands for. */
    static String nameOf(String path, String variable) {
        return ALSO_CALLED_ID.getOrDefault(path.replaceFirst("\\{id}.*", ""), variable);
    }

    /** What an address is filled with: ids that nothing has. */
    String nowhere(String variable) {
        return variable.equals("token") ? NO_TOKEN : NOWHERE.toString();
    }

    /** Ends the role of the one whose role has ended; his session stays. */
    void endRoles() {
        World.said("update identity.role set ends_at = ? where person = ?", Timestamp.from(SettableClock.START),
                people.get("ended").person().value());
    }

    /** A statement of each of the two providers; the one's is disclosed to the ministry. */
    private void statements(ApplicationContext program, Actor manager, Actor rival) {
        var one = StatementFixture.of(program, manager, dossier, Declarants.AGENCY_NUMBER);
        StatementFixture.of(program, rival, rivals, Declarants.OTHER_NUMBER);
        there.put("statement", one.statement().value().toString());
        there.put("version", one.version());
        there.put("disclosure", one.disclosure().toString());
        there.put("batch", one.batch().toString());
        there.put("evidence", one.evidence().toString());
        var book = book(program, manager, one);
        there.put("book", book);
        there.put("reading", program.getBean(LongWork.class).begin(
                manager.person().value(), () -> new KeepWorkbook.Result.Kept(book), () -> { }).orElseThrow().toString());
        there.put("mapping", one.mapping().toString());
        there.put("sheet", one.sheet().hash());
        there.put("sheetDisclosure", one.sheet().disclosure().toString());
        there.put("part", "period");
        // long, so that it stands for nothing else in an answer
        there.put("number", "0000000001");
        there.put("control", "9.1.1.1");
    }

    /** A workbook that was handed in and is not taken in yet. */
    private static String book(ApplicationContext program, Actor manager, StatementFixture one) {
        var exported = (ExportWorkbook.Result.Exported) program.getBean(ExportWorkbook.class)
                .handle(new ExportWorkbook.Command(manager, one.statement(), "3", false));
        try {
            var file = Files.createTempFile("torokubo-test-", ".xlsx");
            try {
                Files.write(file, exported.workbook());
                return ((KeepWorkbook.Result.Kept) program.getBean(KeepWorkbook.class).handle(
                        new KeepWorkbook.Command(Declarants.command(), manager, one.statement(), "例.xlsx", file))).hash();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private Actor add(String column, Caller role, OrganisationId organisation) {
        var actor = World.person(column, role, organisation);
        people.put(column, actor);
        return actor;
    }

    private static UUID roleOf(Actor actor) {
        return World.asked("select id from identity.role where person = ? and role = ?", actor.person().value(), actor.role().name());
    }

    private static UUID note(ApplicationContext program, Actor author, DossierId dossier) {
        return Correspondents.written(program.getBean(WriteNote.class).handle(
                Correspondents.note(author, dossier, "本文", Correspondents.file("証跡.txt", "内容"))));
    }

    private static void fetched(ApplicationContext program, Actor actor, DossierId dossier, UUID note) {
        program.getBean(ReadAttachment.class).handle(new ReadAttachment.Command(actor, dossier, attachmentOf(note)));
    }

    private static UUID attachmentOf(UUID note) {
        return World.asked("select id from correspondence.attachment where note = ?", note);
    }

    /** A task, a message, a mail and what he has chosen about mails, of each of two people. */
    private void onTheDesk(Actor one, Actor other) {
        there.put("message", onTheDesk(one, dossier).toString());
        onTheDesk(other, rivals);
        there.put("mail", World.asked("select id from desk.mail where person = ?", one.person().value()).toString());
        var external = UUID.randomUUID();
        World.said("""
                insert into identity.external_account (id, issuer, subject, person, linked_at, last_used_at) values (?, 'x', ?, ?, ?, ?)
                """, external, external.toString(), one.person().value(), now(), now());
        there.put("external", external.toString());
    }

    private static UUID onTheDesk(Actor person, DossierId about) {
        var message = UUID.randomUUID();
        var href = "/desk/dossiers/" + about.value();
        World.said("""
                insert into desk.message (id, person, dossier, kind, subject_key, subject_ids, href, told_by, told_at)
                values (?, ?, ?, 'desk.proposal-confirmed', 'desk.kind.confirmed', '', ?, ?, ?)
                """, message, person.person().value(), about.value(), href, PersonId.SYSTEM.value(), now());
        World.said("""
                insert into desk.task (id, kind, subject_key, subject_ids, href, organisation, for_person, dossier, asked_by, asked_at, state)
                values (?, 'desk.proposal-confirmed', 'desk.kind.confirmed', '', ?, ?, ?, ?, ?, ?, 'open')
                """, UUID.randomUUID(), href, person.organisation().value(), person.person().value(), about.value(),
                PersonId.SYSTEM.value(), now());
        World.said("insert into desk.notice (id, person, kind, message, written_at) values (?, ?, 'desk.proposal-confirmed', ?, ?)",
                UUID.randomUUID(), person.person().value(), message, now());
        World.said("""
                insert into desk.mail (id, person, language, composed_at, tries, next_try_at, state, ended_at)
                values (?, ?, 'ja', ?, 9, ?, 'failed', ?)
                """, UUID.randomUUID(), person.person().value(), now(), now(), now());
        World.said("insert into desk.mail_wish (person, pace, language, chosen_at) values (?, 'daily', 'ja', ?)",
                person.person().value(), now());
        World.said("insert into desk.mail_unwanted (person, kind) values (?, 'desk.proposal-confirmed')", person.person().value());
        return message;
    }

    private static Timestamp now() {
        return Timestamp.from(SettableClock.START);
    }

    private static void lasts(UUID assignment, Instant from, Instant until) {
        World.said("update identity.assignment set starts_at = ?, ends_at = ? where id = ?",
                Timestamp.from(from), Timestamp.from(until), assignment);
    }

    private static UUID relation(Actor actor, String name, @Nullable String number) {
        var id = UUID.randomUUID();
        World.said("""
                insert into identity.relation (id, person, kind, name, name_key, corporate_number, declared_at)
                values (?, ?, 'EMPLOYED', ?, ?, ?, ?)
                """, id, actor.person().value(), name, name, number, Timestamp.from(SettableClock.START));
        return id;
    }

    private static UUID deputy(UUID role, PersonId deputy, PersonId by) {
        var id = UUID.randomUUID();
        var since = Timestamp.from(SettableClock.START.minusSeconds(60));
        World.said("""
                insert into identity.deputy (id, role, deputy, starts_at, appointed_by, appointed_at) values (?, ?, ?, ?, ?, ?)
                """, id, role, deputy.value(), since, by.value(), since);
        return id;
    }

    private static void invitation(OrganisationId organisation, PersonId by) {
        World.said("""
                insert into identity.link (id, token_hash, purpose, issued_by, issued_at, expires_at, role, organisation)
                values (?, ?, 'INVITATION', ?, ?, ?, 'PROVIDER_AUTHOR', ?)
                """, UUID.randomUUID(), new Token(TOKEN).hash(), by.value(), Timestamp.from(SettableClock.START),
                Timestamp.from(SettableClock.START.plus(Duration.ofDays(2))), organisation.value());
    }
}
