// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.japanese.CorporateNumber;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.ImportRefusal;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterEvent.OfService;
import jp.torokubo.record.register.RegisterRefusal;
import jp.torokubo.record.register.ServiceFacts;
import jp.torokubo.record.register.ServiceFacts.OtherName;
import jp.torokubo.record.register.Sourced;
import jp.torokubo.record.register.Sourced.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The form of a correction: the fields the entry has, filled with what it says, and what was typed in their place.
 *
 * <p>What cannot be typed here stays as the entry says it: whose event it is, and of what kind.
 */
final class CorrectionForm {

    static final String REPLACE = "replace";
    static final String ANNUL = "annul";

    private final RegisterEvent event;
    private final Map<String, String> typed;
    private final List<String> keptNames;
    private final Map<String, Refusal> wrong = new LinkedHashMap<>();

    private CorrectionForm(RegisterEvent event, Map<String, String> typed, List<String> keptNames) {
        this.event = event;
        this.typed = typed;
        this.keptNames = keptNames;
    }

    /** @param keptNames positions of the other names that stay */
    static CorrectionForm typed(RegisterEvent event, Map<String, String> typed, List<String> keptNames) {
        return new CorrectionForm(event, typed, keptNames);
    }

    /** Names and values of the fields an event has, in their order. */
    static Map<String, String> fields(RegisterEvent event) {
        var fields = new LinkedHashMap<String, String>();
        if (event instanceof OfService ofService) {
            fields.put("effective_on", ofService.effectiveOn().toString());
        }
        var facts = facts(event);
        if (facts != null) {
            fields.put("registration_no", facts.number() == null ? "" : facts.number().value());
            fields.put("name", facts.name());
            fields.put("provider", facts.provider());
            fields.put("corporate_number", facts.corporateNumber() == null ? "" : facts.corporateNumber().value());
            fields.put("audited_from", text(facts.auditedFrom()));
            fields.put("audited_until", text(facts.auditedUntil()));
            fields.put("valid_until", text(facts.publishedValidUntil()));
        } else if (event instanceof RegisterEvent.Renamed renamed) {
            fields.put("name", renamed.name());
            fields.put("provider", renamed.provider());
        } else if (event instanceof RegisterEvent.Renewed renewed) {
            fields.put("audited_from", text(renewed.auditedFrom()));
            fields.put("audited_until", text(renewed.auditedUntil()));
            fields.put("valid_until", text(renewed.publishedValidUntil()));
        } else if (event instanceof RegisterEvent.ScopeChanged changed) {
            fields.put("what", changed.what());
        } else if (event instanceof RegisterEvent.Suspended suspended) {
            fields.put("reason", suspended.reason());
        } else if (event instanceof RegisterEvent.Cancelled cancelled) {
            fields.put("reason", cancelled.reason());
        }
        return fields;
    }

    static @Nullable ServiceFacts facts(RegisterEvent event) {
        return event instanceof RegisterEvent.Granted granted ? granted.facts()
                : event instanceof RegisterEvent.FactsStated stated ? stated.facts() : null;
    }

    /** What is wrong, field by field; empty after a {@link #correction} that can be proposed. */
    Map<String, Refusal> wrong() {
        return wrong;
    }

    RegisterEvent.Corrected correction(long entry) {
        var why = CleanText.clean(typed.getOrDefault("why", ""));
        if (why.isEmpty()) {
            wrong.put("why", new RegisterRefusal.ReasonMissing());
        }
        boolean annul = ANNUL.equals(typed.get("how")) || !(event instanceof OfService);
        return new RegisterEvent.Corrected(entry, annul ? null : replacement((OfService) event), why);
    }

    /** What the correction rests on; the day up to which it is complete need not be known, and is then that of the entry. */
    Basis basis(Basis ofEntry) {
        var title = CleanText.clean(typed.getOrDefault("title", ""));
        var source = CleanText.clean(typed.getOrDefault("source", ""));
        if (title.isEmpty()) {
            wrong.put("title", new ImportRefusal.TitleMissing());
        }
        var until = day("complete_until");
        if (until == null) {
            until = ofEntry instanceof Basis.Publication publication ? publication.completeUntil() : LocalDate.EPOCH;
            if (!(ofEntry instanceof Basis.Publication)) {
                wrong.putIfAbsent("complete_until", new ImportRefusal.FieldMissing());
            }
        }
        return new Basis.Publication(title, source, until, "");
    }

    private @Nullable OfService replacement(OfService old) {
        var day = day("effective_on");
        if (day == null) {
            wrong.putIfAbsent("effective_on", new ImportRefusal.FieldMissing());
        }
        var facts = facts(old);
        var now = facts == null ? null : facts(facts);
        if (day == null) {
            return null;
        }
        if (facts != null) {
            return now == null ? null : old instanceof RegisterEvent.Granted
                    ? new RegisterEvent.Granted(old.service(), day, now) : new RegisterEvent.FactsStated(old.service(), day, now);
        }
        if (old instanceof RegisterEvent.Renamed) {
            return new RegisterEvent.Renamed(old.service(), day, needed("name"), needed("provider"));
        }
        if (old instanceof RegisterEvent.Renewed) {
            return new RegisterEvent.Renewed(old.service(), day, day("audited_from"), day("audited_until"), day("valid_until"));
        }
        if (old instanceof RegisterEvent.ScopeChanged) {
            return new RegisterEvent.ScopeChanged(old.service(), day, needed("what"));
        }
        if (old instanceof RegisterEvent.Suspended) {
            return new RegisterEvent.Suspended(old.service(), day, needed("reason"));
        }
        if (old instanceof RegisterEvent.Cancelled) {
            return new RegisterEvent.Cancelled(old.service(), day, needed("reason"));
        }
        if (old instanceof RegisterEvent.StatementStated stated) {
            return new RegisterEvent.StatementStated(old.service(), day, stated.statement());
        }
        return onlyItsDay(old, day);
    }

    private static OfService onlyItsDay(OfService old, LocalDate day) {
        return switch (old.type()) {
            case "renewal-applied" -> new RegisterEvent.RenewalApplied(old.service(), day);
            case "renewal-withdrawn" -> new RegisterEvent.RenewalWithdrawn(old.service(), day);
            case "renewal-refused" -> new RegisterEvent.RenewalRefused(old.service(), day);
            case "resumed" -> new RegisterEvent.Resumed(old.service(), day);
            case "withdrawn" -> new RegisterEvent.Withdrawn(old.service(), day);
            case "no-longer-listed" -> new RegisterEvent.NoLongerListed(old.service(), day);
            default -> throw new IllegalStateException("no form for " + old.type());
        };
    }

    private @Nullable ServiceFacts facts(ServiceFacts old) {
        var name = needed("name");
        var provider = needed("provider");
        var number = number(old.number());
        var corporateNumber = corporateNumber(old.corporateNumber());
        var names = names(old.alsoKnownAs());
        var facts = new ServiceFacts(number, name, provider, corporateNumber, day("audited_from"), day("audited_until"),
                day("valid_until"), names);
        return wrong.isEmpty() ? facts : null;
    }

    /** A number that stays keeps its provenance, unless another is chosen. */
    private @Nullable Sourced<String> number(@Nullable Sourced<String> old) {
        var number = CleanText.clean(typed.getOrDefault("registration_no", ""));
        if (number.isEmpty()) {
            return null;
        }
        var otherwise = old != null && old.value().equals(number) ? old.provenance() : Provenance.OFFICIAL;
        return new Sourced<>(number, provenance("number_provenance", otherwise));
    }

    private @Nullable Sourced<String> corporateNumber(@Nullable Sourced<String> old) {
        var given = CleanText.clean(typed.getOrDefault("corporate_number", ""));
        if (given.isEmpty()) {
            return null;
        }
        if (CorporateNumber.read(given) instanceof CorporateNumber.Reading.Read read) {
            var digits = read.number().digits();
            return old != null && old.value().equals(digits) ? old : new Sourced<>(digits, Provenance.OFFICIAL);
        }
        wrong.put("corporate_number", ((CorporateNumber.Reading.Refused) CorporateNumber.read(given)).why());
        return null;
    }

    private List<OtherName> names(List<OtherName> old) {
        var names = new ArrayList<OtherName>();
        for (int at = 0; at < old.size(); at++) {
            if (keptNames.contains(Integer.toString(at))) {
                names.add(old.get(at));
            }
        }
        var added = CleanText.clean(typed.getOrDefault("added_name", ""));
        var kind = typed.getOrDefault("added_kind", "");
        var of = typed.getOrDefault("added_of", "");
        if (!added.isEmpty() && List.of("alias", "reading", "former-name").contains(kind) && List.of("service", "provider").contains(of)) {
            names.add(new OtherName(kind, of, new Sourced<>(added, provenance("added_provenance", Provenance.UNVERIFIED))));
        }
        return names;
    }

    private Provenance provenance(String field, Provenance otherwise) {
        return Arrays.stream(Provenance.values()).filter(known -> known.code().equals(typed.get(field))).findFirst().orElse(otherwise);
    }

    private String needed(String field) {
        var text = CleanText.clean(typed.getOrDefault(field, ""));
        if (text.isEmpty()) {
            wrong.put(field, new ImportRefusal.FieldMissing());
        }
        return text;
    }

    private @Nullable LocalDate day(String field) {
        var given = CleanText.clean(typed.getOrDefault(field, ""));
        if (given.isEmpty()) {
            return null;
        }
        if (CivilDay.read(given) instanceof CivilDay.Reading.Refused refused) {
            wrong.put(field, refused.why());
            return null;
        }
        return CivilDay.read(given).found().orElse(null);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
