// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.PublicStatementFile;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterEvent.OfService;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * An event as the body of its log entry, and back.
 *
 * <p>Every member of a type is always there, null where nothing is known. What has been written stays readable for ever: a type that must
 * change gets another schema version, and the old one stays here.
 */
public final class EventCodec {

    public static final int SCHEMA = 1;

    private EventCodec() {}

    /** What an entry says. */
    public record Saying(RegisterName register, RegisterEvent event, Basis basis, Recorder recorder) {}

    public static Map<String, @Nullable Object> body(Saying saying) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("register", saying.register().code());
        body.putAll(members(saying.event()));
        body.put("basis", BasisCodec.object(saying.basis()));
        body.put("recorder", saying.recorder().object());
        return body;
    }

    /** @throws IllegalArgumentException where the body is not exactly of this type and schema */
    public static Saying saying(String type, int schema, Map<String, ?> body) {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException(type + " has no schema " + schema);
        }
        return Members.read(type, body, members -> new Saying(
                RegisterName.of(members.text("register")).orElseThrow(),
                event(type, members),
                members.object("basis", BasisCodec::basis),
                members.object("recorder", Recorder::of)));
    }

    /** The members of an event alone, as they stand in a body. */
    public static Map<String, @Nullable Object> members(RegisterEvent event) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        if (event instanceof OfService ofService) {
            members.put("service", ofService.service().value().toString());
            members.put("effective_on", ofService.effectiveOn().toString());
            membersOfType(ofService, members);
        } else if (event instanceof RegisterEvent.PublicationLoaded loaded) {
            members.put("title", loaded.title());
            members.put("complete_until", loaded.completeUntil().toString());
            members.put("services", (long) loaded.services());
        } else if (event instanceof RegisterEvent.Corrected corrected) {
            members.put("entry", corrected.entry());
            members.put("replacement", corrected.replacement() == null ? null : replacement(corrected.replacement()));
            members.put("why", corrected.why());
        }
        return members;
    }

    private static void membersOfType(OfService event, Map<String, @Nullable Object> members) {
        if (event instanceof RegisterEvent.Granted granted) {
            members.put("facts", FactsCodec.object(granted.facts()));
        } else if (event instanceof RegisterEvent.FactsStated stated) {
            members.put("facts", FactsCodec.object(stated.facts()));
        } else if (event instanceof RegisterEvent.Renewed renewed) {
            members.put("audited_from", FactsCodec.text(renewed.auditedFrom()));
            members.put("audited_until", FactsCodec.text(renewed.auditedUntil()));
            members.put("published_valid_until", FactsCodec.text(renewed.publishedValidUntil()));
        } else if (event instanceof RegisterEvent.ScopeChanged changed) {
            members.put("what", changed.what());
        } else if (event instanceof RegisterEvent.Renamed renamed) {
            members.put("name", renamed.name());
            members.put("provider", renamed.provider());
        } else if (event instanceof RegisterEvent.Suspended suspended) {
            members.put("reason", suspended.reason());
        } else if (event instanceof RegisterEvent.Cancelled cancelled) {
            members.put("reason", cancelled.reason());
        } else if (event instanceof RegisterEvent.StatementStated stated) {
            members.put("statement", PublicStatementFile.object(stated.statement()));
        }
    }

    private static Map<String, @Nullable Object> replacement(OfService event) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("type", event.type());
        object.putAll(members(event));
        return object;
    }

    static RegisterEvent event(String type, Members members) {
        return switch (type) {
            case "publication-loaded" -> new RegisterEvent.PublicationLoaded(
                    members.text("title"), members.day("complete_until"), Math.toIntExact(members.number("services")));
            case "corrected" -> new RegisterEvent.Corrected(
                    members.number("entry"),
                    members.objectOrNull("replacement", replacement -> ofService(replacement.text("type"), replacement)),
                    members.text("why"));
            default -> ofService(type, members);
        };
    }

    private static OfService ofService(String type, Members members) {
        var service = new ServiceId(UUID.fromString(members.text("service")));
        var day = members.day("effective_on");
        return switch (type) {
            case "granted" -> new RegisterEvent.Granted(service, day, members.object("facts", FactsCodec::facts));
            case "facts-stated" -> new RegisterEvent.FactsStated(service, day, members.object("facts", FactsCodec::facts));
            case "renewal-applied" -> new RegisterEvent.RenewalApplied(service, day);
            case "renewal-withdrawn" -> new RegisterEvent.RenewalWithdrawn(service, day);
            case "renewal-refused" -> new RegisterEvent.RenewalRefused(service, day);
            case "renewed" -> new RegisterEvent.Renewed(
                    service, day, members.dayOrNull("audited_from"), members.dayOrNull("audited_until"),
                    members.dayOrNull("published_valid_until"));
            case "scope-changed" -> new RegisterEvent.ScopeChanged(service, day, members.text("what"));
            case "renamed" -> new RegisterEvent.Renamed(service, day, members.text("name"), members.text("provider"));
            case "suspended" -> new RegisterEvent.Suspended(service, day, members.text("reason"));
            case "resumed" -> new RegisterEvent.Resumed(service, day);
            case "cancelled" -> new RegisterEvent.Cancelled(service, day, members.text("reason"));
            case "withdrawn" -> new RegisterEvent.Withdrawn(service, day);
            case "statement-stated" -> new RegisterEvent.StatementStated(
                    service, day, PublicStatementFile.of(members.whole("statement")));
            case "no-longer-listed" -> new RegisterEvent.NoLongerListed(service, day);
            default -> throw new IllegalArgumentException("not a type of event: " + type);
        };
    }
}
