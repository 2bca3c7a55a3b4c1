// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps rows from resting on the service they are about, whatever way they come into a statement. */
@Component
public class Circles {

    private final BaseVersions versions;
    private final ReadStatement statements;

    Circles(BaseVersions versions, ReadStatement statements) {
        this.versions = versions;
        this.statements = statements;
    }

    /**
     * Says of what a row would rest on whether the line below it comes back to the same dossier or the same service of the register, as far
     * as the actor may follow it. Versions that were followed once are remembered: to be asked within one transaction only.
     */
    public Predicate<RestsOn> of(Actor actor, Statement statement) {
        return of(actor, statement, new HashMap<>());
    }

    /** @param known versions that were found already, by hash */
    Predicate<RestsOn> of(Actor actor, Statement statement, Map<String, Optional<BaseVersion>> known) {
        var followed = new Followed(actor, statement.dossier(), registered(actor, statement), known);
        return on -> RestingChain.comesBack(on, followed::below, followed::isOwn);
    }

    private @Nullable UUID registered(Actor actor, Statement statement) {
        return statements.head(actor, statement.id())
                .map(head -> head.parts().get(Part.SERVICE))
                .map(version -> ((Content.Service) version.content()).registered())
                .orElse(null);
    }

    private final class Followed {

        private final Actor actor;
        private final DossierId dossier;
        private final @Nullable UUID registered;
        private final Map<String, Optional<BaseVersion>> known;

        Followed(Actor actor, DossierId dossier, @Nullable UUID registered, Map<String, Optional<BaseVersion>> known) {
            this.actor = actor;
            this.dossier = dossier;
            this.registered = registered;
            this.known = known;
        }

        private Optional<BaseVersion> find(String hash) {
            return known.computeIfAbsent(hash, one -> versions.frozen(actor, one));
        }

        boolean isOwn(String hash) {
            return find(hash).filter(version -> version.isOf(dossier, registered)).isPresent();
        }

        @Nullable RestsOn below(RestsOn row) {
            return find(row.version()).map(version -> version.rows().get(row.control())).map(Answer::restsOn).orElse(null);
        }
    }
}
