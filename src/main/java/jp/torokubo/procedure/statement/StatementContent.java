// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** All parts of a statement besides its answers. */
public record StatementContent(Map<Part, Content> parts) {

    public static final StatementContent EMPTY = new StatementContent(Map.of());

    public StatementContent {
        var all = new EnumMap<Part, Content>(Part.class);
        for (var part : Part.values()) {
            all.put(part, Objects.requireNonNullElse(parts.get(part), Content.empty(part)));
        }
        parts = Collections.unmodifiableMap(all);
    }

    public Content.Service service() {
        return of(Part.SERVICE, Content.Service.class);
    }

    public Content.Scope scope() {
        return of(Part.SCOPE, Content.Scope.class);
    }

    public Content.BaseServices baseServices() {
        return of(Part.BASE_SERVICES, Content.BaseServices.class);
    }

    public Content.Overview overview() {
        return of(Part.OVERVIEW, Content.Overview.class);
    }

    public Content.Period period() {
        return of(Part.PERIOD, Content.Period.class);
    }

    public Content.SubsequentEvents subsequentEvents() {
        return of(Part.SUBSEQUENT_EVENTS, Content.SubsequentEvents.class);
    }

    public Content.SpecialNotes specialNotes() {
        return of(Part.SPECIAL_NOTES, Content.SpecialNotes.class);
    }

    public Content.Representation representation() {
        return of(Part.REPRESENTATION, Content.Representation.class);
    }

    public Content.Disclosures disclosures() {
        return of(Part.DISCLOSURES, Content.Disclosures.class);
    }

    public Content.AiFunctions aiFunctions() {
        return of(Part.AI_FUNCTIONS, Content.AiFunctions.class);
    }

    public Content.Subcontractors subcontractors() {
        return of(Part.SUBCONTRACTORS, Content.Subcontractors.class);
    }

    public StatementContent with(Content content) {
        var changed = new EnumMap<>(parts);
        changed.put(Part.of(content), content);
        return new StatementContent(changed);
    }

    private <C extends Content> C of(Part part, Class<C> kind) {
        return kind.cast(parts.get(part));
    }
}
