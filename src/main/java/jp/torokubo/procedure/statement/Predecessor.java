// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import org.springframework.stereotype.Component;

/**
 * Finds the statement before a statement: the one it was carried over from; where that is none, or of another service, the latest of its
 * dossier whose period ends before its own begins. So one that began empty or with a workbook has last year's before it too.
 */
@Component
public class Predecessor {

    private final ReadStatement statements;

    Predecessor(ReadStatement statements) {
        this.statements = statements;
    }

    /** Empty where there is none, or none that he sees. */
    public Optional<ReadStatement.Head> of(Actor actor, Statement statement, StatementContent content) {
        var from = statement.carriedFrom();
        var carried = from == null ? Optional.<ReadStatement.Head>empty() : statements.head(actor, from);
        return carried.filter(before -> isOfTheSameService(before, statement, content)).or(() -> ofTheDossier(actor, statement, content));
    }

    private Optional<ReadStatement.Head> ofTheDossier(Actor actor, Statement statement, StatementContent content) {
        var begins = content.period().from();
        if (begins == null || !(statements.of(actor, statement.dossier()) instanceof ReadStatement.Listed.All listed)) {
            return Optional.empty();
        }
        // the list has the newest first: of two for the same period the one begun later counts
        return listed.statements().stream()
                .filter(other -> !other.id().equals(statement.id()))
                .flatMap(other -> statements.head(actor, other.id()).stream())
                .filter(before -> endsBefore(before, begins) && isOfTheSameService(before, statement, content))
                .reduce((one, other) -> end(one).compareTo(end(other)) >= 0 ? one : other);
    }

    private static boolean endsBefore(ReadStatement.Head before, LocalDate begins) {
        var until = before.content().period().until();
        return until != null && until.isBefore(begins);
    }

    private static LocalDate end(ReadStatement.Head before) {
        return Objects.requireNonNull(before.content().period().until());
    }

    private static boolean isOfTheSameService(ReadStatement.Head before, Statement statement, StatementContent content) {
        var theirs = before.content().service().registered();
        var ours = content.service().registered();
        return theirs != null && ours != null ? theirs.equals(ours) : before.statement().dossier().equals(statement.dossier());
    }
}
