// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Names;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.Answers;
import jp.torokubo.procedure.statement.store.Comments;
import jp.torokubo.procedure.statement.store.EvidenceShelf;
import jp.torokubo.procedure.statement.store.SavedViews;
import jp.torokubo.procedure.statement.store.Statements;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Criteria;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the rows of a statement: all at once for the list, or one with everything around it; or the evidence of all of them. */
@Service
@Transactional(readOnly = true)
public class ReadRows {

    /**
     * @param ofTheProvidersSide whether the reader sees what the provider's side notes for itself; else owners, evidence, comments and
     *     colleagues are empty
     * @param owners names by login, also of those who have left
     * @param mayNotWrite why the reader may write nothing; null where he may
     */
    public record Around(
            Statement statement, Catalogue catalogue, boolean ofTheProvidersSide, List<Colleague> colleagues, Map<String, String> owners,
            @Nullable Refusal mayNotWrite) {}

    /** @param evidence and comments: how many each row has */
    public record All(
            Around around, Map<String, Answer> answers, Map<String, Integer> evidence, Map<String, Integer> comments,
            List<SavedView> views, List<Batch> deeds, Map<PersonId, String> people) {

        public Answer answer(String control) {
            return answers.getOrDefault(control, Answer.untouched(control));
        }
    }

    /** @param people names of whoever has written something of what is shown */
    public record One(
            Around around, Answer answer, Map<String, Answer> answers, List<AnswerVersion> history, List<Evidence> evidence,
            List<Evidence> elsewhere, List<Comment> comments, Map<PersonId, String> people) {}

    /**
     * @param evidence in the order in which it was added
     * @param put who put each piece there, and when
     * @param bytes how large the files of the dossier are, by hash
     */
    public record Shelf(
            Around around, List<Evidence> evidence, Map<UUID, EvidenceShelf.Put> put, Map<PersonId, String> people, Map<String, Long> bytes) {}

    private static final int DEEDS = 10;

    private final Entrance entrance;
    private final Statements statements;
    private final Answers answers;
    private final EvidenceShelf shelf;
    private final Comments comments;
    private final SavedViews views;
    private final Colleagues colleagues;
    private final Names names;
    private final Criteria criteria;
    private final DossierFiles files;

    ReadRows(
            Entrance entrance, Statements statements, Answers answers, EvidenceShelf shelf, Comments comments, SavedViews views,
            Colleagues colleagues, Names names, Criteria criteria, DossierFiles files) {
        this.entrance = entrance;
        this.statements = statements;
        this.answers = answers;
        this.shelf = shelf;
        this.comments = comments;
        this.views = views;
        this.colleagues = colleagues;
        this.names = names;
        this.criteria = criteria;
        this.files = files;
    }

    /** Empty where the statement is not there for him. */
    public Optional<All> all(Actor actor, DossierId dossier, StatementId id) {
        var reach = entrance.enter(actor);
        return statement(reach, dossier, id).map(statement -> {
            var around = around(reach, statement);
            var deeds = answers.batches(reach, id, DEEDS);
            var evidence = new HashMap<String, Integer>();
            if (around.ofTheProvidersSide()) {
                shelf.of(reach, id).forEach(one -> one.controls().forEach(control -> evidence.merge(control, 1, Integer::sum)));
            }
            return new All(
                    around, hiding(around, answers.all(reach, id)), evidence,
                    around.ofTheProvidersSide() ? comments.counts(reach, id) : Map.of(), views.of(reach, id), deeds,
                    people(deeds.stream().map(Batch::author).toList()));
        });
    }

    /**
     * Empty where the statement is not there for him.
     *
     * @param control of the statement's edition
     */
    public Optional<One> one(Actor actor, DossierId dossier, StatementId id, String control) {
        var reach = entrance.enter(actor);
        return statement(reach, dossier, id).map(statement -> {
            var around = around(reach, statement);
            var all = hiding(around, answers.all(reach, id));
            var history = answers.history(reach, id, control).stream()
                    .map(one -> new AnswerVersion(hiding(around, one.answer()), one.batch(), one.deed(), one.at(), one.author()))
                    .toList();
            var here = new ArrayList<Evidence>();
            var elsewhere = new ArrayList<Evidence>();
            if (around.ofTheProvidersSide()) {
                shelf.of(reach, id).forEach(one -> (one.controls().contains(control) ? here : elsewhere).add(one));
            }
            var said = around.ofTheProvidersSide() ? comments.of(reach, id, control) : List.<Comment>of();
            var people = new ArrayList<PersonId>();
            history.forEach(one -> people.add(one.author()));
            said.forEach(one -> {
                people.add(one.author());
                people.addAll(one.mentions());
            });
            return new One(
                    around, all.getOrDefault(control, Answer.untouched(control)), all, history, here, elsewhere, said, people(people));
        });
    }

    /** All the evidence of the statement; empty where the statement is not there for him. */
    public Optional<Shelf> evidence(Actor actor, DossierId dossier, StatementId id) {
        var reach = entrance.enter(actor);
        return statement(reach, dossier, id).map(statement -> {
            var around = around(reach, statement);
            if (!around.ofTheProvidersSide()) {
                return new Shelf(around, List.of(), Map.of(), Map.of(), Map.of());
            }
            var put = shelf.put(reach, id);
            return new Shelf(
                    around, shelf.of(reach, id), put, people(put.values().stream().map(EvidenceShelf.Put::by).toList()),
                    files.sizes(reach, dossier));
        });
    }

    /** Of the statement's edition; empty where the statement is not there for him. */
    public Optional<Catalogue> catalogue(Actor actor, DossierId dossier, StatementId id) {
        return statement(entrance.enter(actor), dossier, id).flatMap(statement -> criteria.catalogue(statement.edition()));
    }

    private Optional<Statement> statement(Reach reach, DossierId dossier, StatementId id) {
        return statements.find(reach, id).filter(found -> found.dossier().equals(dossier));
    }

    private Around around(Reach reach, Statement statement) {
        var inside = Entrance.isOfTheProvidersSide(reach.actor());
        var owners = new HashMap<String, String>();
        if (inside) {
            colleagues.ever(reach, statement.dossier()).forEach((login, one) -> owners.put(login, one.name()));
        }
        return new Around(
                statement, criteria.catalogue(statement.edition()).orElseThrow(), inside,
                inside ? colleagues.now(reach, statement.dossier()) : List.of(), owners,
                entrance.whyMayNotWrite(reach, statement.dossier()).orElse(null));
    }

    private static Map<String, Answer> hiding(Around around, Map<String, Answer> answers) {
        if (around.ofTheProvidersSide()) {
            return answers;
        }
        var hidden = new HashMap<String, Answer>();
        answers.forEach((control, answer) -> hidden.put(control, hiding(around, answer)));
        return hidden;
    }

    private static Answer hiding(Around around, Answer answer) {
        return around.ofTheProvidersSide() ? answer : new Answer(
                answer.control(), answer.choice(), answer.realisations(), answer.reason(), "", null, answer.state(), answer.restsOn(),
                answer.version());
    }

    private Map<PersonId, String> people(List<PersonId> ids) {
        var called = new HashMap<PersonId, String>();
        ids.stream().distinct().forEach(id -> called.put(id, names.person(id).orElse("")));
        return called;
    }
}
