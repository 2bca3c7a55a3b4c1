// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Names;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.mapping.DraftPlan;
import jp.torokubo.procedure.statement.mapping.Mapping;
import jp.torokubo.procedure.statement.store.Answers;
import jp.torokubo.procedure.statement.store.Mappings;
import jp.torokubo.procedure.statement.store.Statements;
import jp.torokubo.record.criteria.Criteria;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists that were brought to a statement, and what applying one would write. For the provider's side only: they are its own notes. */
@Service
@Transactional(readOnly = true)
public class ReadMappings {

    private static final int MOST_DEEDS = 100;

    private final Entrance entrance;
    private final Statements statements;
    private final Mappings mappings;
    private final Answers answers;
    private final Criteria criteria;
    private final Names names;

    ReadMappings(Entrance entrance, Statements statements, Mappings mappings, Answers answers, Criteria criteria, Names names) {
        this.entrance = entrance;
        this.statements = statements;
        this.mappings = mappings;
        this.answers = answers;
        this.criteria = criteria;
        this.names = names;
    }

    /** @param people names of whoever brought one */
    public record Listed(List<Mapping.Source> sources, Map<PersonId, String> people) {}

    /** Newest first; none where the statement is not there for him. */
    public Listed of(Actor actor, StatementId statement) {
        if (!Entrance.isOfTheProvidersSide(actor)) {
            return new Listed(List.of(), Map.of());
        }
        var sources = mappings.of(entrance.enter(actor), statement);
        var people = new HashMap<PersonId, String>();
        sources.forEach(source -> people.computeIfAbsent(source.author(), id -> names.person(id).orElse("")));
        return new Listed(sources, people);
    }

    /** The newest of each list, whole. */
    public List<Mapping> newest(Actor actor, StatementId statement) {
        if (!Entrance.isOfTheProvidersSide(actor)) {
            return List.of();
        }
        var reach = entrance.enter(actor);
        return mappings.of(reach, statement).stream().filter(Mapping.Source::newest)
                .flatMap(source -> mappings.find(reach, statement, source.id()).stream()).toList();
    }

    public Optional<Mapping> find(Actor actor, StatementId statement, UUID id) {
        return Entrance.isOfTheProvidersSide(actor) ? mappings.find(entrance.enter(actor), statement, id) : Optional.empty();
    }

    /** @param applied the deeds by which it was applied, newest first */
    public record Planned(Mapping mapping, DraftPlan plan, Map<String, Answer> answers, List<Batch> applied) {}

    public Optional<Planned> plan(Actor actor, StatementId statement, UUID id) {
        if (!Entrance.isOfTheProvidersSide(actor)) {
            return Optional.empty();
        }
        var reach = entrance.enter(actor);
        return mappings.find(reach, statement, id).map(mapping -> {
            var edition = statements.find(reach, statement).orElseThrow().edition();
            var now = answers.all(reach, statement);
            return new Planned(
                    mapping, DraftPlan.of(mapping, now, criteria.catalogue(edition).orElseThrow()), now, applied(reach, statement, id));
        });
    }

    private List<Batch> applied(Reach reach, StatementId statement, UUID id) {
        return answers.batches(reach, statement, MOST_DEEDS).stream()
                .filter(batch -> batch.deed() == Deed.MAPPING && id.toString().equals(batch.subject())).toList();
    }
}
