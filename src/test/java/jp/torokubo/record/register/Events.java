// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.util.List;
import jp.torokubo.record.register.RegisterEvent.OfService;

/** Makes an event of each type from a day and facts. */
public final class Events {

    public static final List<String> TYPES = List.of(
            "granted", "renewal-applied", "renewal-withdrawn", "renewal-refused", "renewed", "scope-changed", "renamed", "suspended",
            "resumed", "cancelled", "withdrawn", "no-longer-listed", "facts-stated", "statement-stated");

    private Events() {}

    public static OfService of(String type, ServiceId service, LocalDate day, ServiceFacts facts) {
        return switch (type) {
            case "granted" -> new RegisterEvent.Granted(service, day, facts);
            case "renewal-applied" -> new RegisterEvent.RenewalApplied(service, day);
            case "renewal-withdrawn" -> new RegisterEvent.RenewalWithdrawn(service, day);
            case "renewal-refused" -> new RegisterEvent.RenewalRefused(service, day);
            case "renewed" -> new RegisterEvent.Renewed(
                    service, day, facts.auditedFrom(), facts.auditedUntil(), facts.publishedValidUntil());
            case "scope-changed" -> new RegisterEvent.ScopeChanged(service, day, "範囲を変更した。");
            case "renamed" -> new RegisterEvent.Renamed(service, day, facts.name(), facts.provider());
            case "suspended" -> new RegisterEvent.Suspended(service, day, "調査のため");
            case "resumed" -> new RegisterEvent.Resumed(service, day);
            case "cancelled" -> new RegisterEvent.Cancelled(service, day, "要件を満たさないため");
            case "withdrawn" -> new RegisterEvent.Withdrawn(service, day);
            case "no-longer-listed" -> new RegisterEvent.NoLongerListed(service, day);
            case "facts-stated" -> new RegisterEvent.FactsStated(service, day, facts);
            case "statement-stated" -> new RegisterEvent.StatementStated(service, day, Statements.of(facts.name()));
            default -> throw new IllegalArgumentException(type);
        };
    }
}
