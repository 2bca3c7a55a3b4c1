// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.record.register.RegisterEvent.OfService;
import org.jspecify.annotations.Nullable;

/** What can be seen to be wrong with an event by looking at it alone. */
final class EventShape {

    private final List<RegisterRefusal> faults = new ArrayList<>();

    private EventShape() {}

    static List<RegisterRefusal> faults(RegisterEvent event, Basis basis) {
        var shape = new EventShape();
        shape.look(event);
        shape.look(basis);
        return shape.faults;
    }

    private void look(RegisterEvent event) {
        if (event instanceof OfService ofService) {
            day(ofService.effectiveOn());
            lookOfService(ofService);
        } else if (event instanceof RegisterEvent.PublicationLoaded loaded) {
            day(loaded.completeUntil());
            text("title", loaded.title());
        } else if (event instanceof RegisterEvent.Corrected corrected) {
            if (corrected.why().isBlank()) {
                faults.add(new RegisterRefusal.ReasonMissing());
            }
            clean("why", corrected.why());
            if (corrected.replacement() != null) {
                look(corrected.replacement());
            }
        }
    }

    private void lookOfService(OfService event) {
        if (event instanceof RegisterEvent.Granted granted) {
            look(granted.facts());
        } else if (event instanceof RegisterEvent.FactsStated stated) {
            look(stated.facts());
        } else if (event instanceof RegisterEvent.Renewed renewed) {
            period(renewed.auditedFrom(), renewed.auditedUntil());
        } else if (event instanceof RegisterEvent.Renamed renamed) {
            text("name", renamed.name());
            text("provider", renamed.provider());
        } else if (event instanceof RegisterEvent.ScopeChanged changed) {
            text("what", changed.what());
        } else if (event instanceof RegisterEvent.Suspended suspended) {
            text("reason", suspended.reason());
        } else if (event instanceof RegisterEvent.Cancelled cancelled) {
            text("reason", cancelled.reason());
        } else if (event instanceof RegisterEvent.StatementStated stated) {
            look(stated.statement());
        }
    }

    /** The rows are not cleaned, because their hashes were taken of them as they are; what must not be shown is refused. */
    private void look(PublicStatement statement) {
        try {
            PublicContent.of(statement);
            if (!StatementHashes.holds(statement)) {
                throw new PublicStatementRefusal.Refusing(new PublicStatementRefusal.WrongHash());
            }
        } catch (PublicStatementRefusal.Refusing refusing) {
            faults.add(new RegisterRefusal.StatementBroken(refusing.why().code(), refusing.why().facts()));
        }
    }

    private void look(ServiceFacts facts) {
        text("name", facts.name());
        text("provider", facts.provider());
        if (facts.number() != null) {
            text("number", facts.number().value());
        }
        if (facts.corporateNumber() != null) {
            text("corporate_number", facts.corporateNumber().value());
        }
        facts.alsoKnownAs().forEach(other -> text("also_known_as", other.name().value()));
        period(facts.auditedFrom(), facts.auditedUntil());
    }

    private void look(Basis basis) {
        if (basis instanceof Basis.Decision decision) {
            text("meeting", decision.meeting());
            clean("item", decision.item());
            text("article", decision.article());
        } else if (basis instanceof Basis.Publication publication) {
            text("title", publication.title());
            clean("source", publication.source());
            clean("place", publication.place());
        } else if (basis instanceof Basis.ProviderAct act) {
            text("what", act.what());
        }
    }

    private void day(LocalDate day) {
        if (day.isBefore(RegisterRefusal.FIRST_DAY)) {
            faults.add(new RegisterRefusal.DayTooEarly(day));
        }
    }

    private void period(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null && until != null && from.isAfter(until)) {
            faults.add(new RegisterRefusal.PeriodReversed(from, until));
        }
    }

    private void text(String member, String given) {
        if (given.isBlank()) {
            faults.add(new RegisterRefusal.TextMissing(member));
        }
        clean(member, given);
    }

    /** What the log fixes for ever is fixed as it is shown: cleaned. Whoever takes text in cleans it; here it is only made sure of. */
    private void clean(String member, String given) {
        if (!CleanText.clean(given).equals(given)) {
            faults.add(new RegisterRefusal.TextNotClean(member, given));
        }
    }
}
