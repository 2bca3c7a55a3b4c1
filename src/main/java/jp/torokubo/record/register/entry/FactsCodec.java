// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.entry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.torokubo.record.register.ServiceFacts;
import jp.torokubo.record.register.ServiceFacts.OtherName;
import jp.torokubo.record.register.Sourced;
import jp.torokubo.record.register.Sourced.Provenance;
import org.jspecify.annotations.Nullable;

/** The facts of a service as an object of the log. Every member is there; null is "not known". */
public final class FactsCodec {

    private FactsCodec() {}

    public static Map<String, @Nullable Object> object(ServiceFacts facts) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("number", facts.number() == null ? null : sourced(facts.number()));
        object.put("name", facts.name());
        object.put("provider", facts.provider());
        object.put("corporate_number", facts.corporateNumber() == null ? null : sourced(facts.corporateNumber()));
        object.put("audited_from", text(facts.auditedFrom()));
        object.put("audited_until", text(facts.auditedUntil()));
        object.put("published_valid_until", text(facts.publishedValidUntil()));
        object.put("also_known_as", facts.alsoKnownAs().stream().map(FactsCodec::otherName).toList());
        return object;
    }

    public static ServiceFacts facts(Map<String, ?> object) {
        return Members.read("facts", object, FactsCodec::facts);
    }

    static ServiceFacts facts(Members members) {
        return new ServiceFacts(
                members.objectOrNull("number", FactsCodec::sourced),
                members.text("name"),
                members.text("provider"),
                members.objectOrNull("corporate_number", FactsCodec::sourced),
                members.dayOrNull("audited_from"),
                members.dayOrNull("audited_until"),
                members.dayOrNull("published_valid_until"),
                members.list("also_known_as", FactsCodec::otherName));
    }

    static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Map<String, ?> sourced(Sourced<String> fact) {
        return Map.of("value", fact.value(), "provenance", fact.provenance().code());
    }

    private static Sourced<String> sourced(Members members) {
        return new Sourced<>(members.text("value"), provenance(members.text("provenance")));
    }

    private static Map<String, ?> otherName(OtherName name) {
        return Map.of("kind", name.kind(), "of", name.of(), "name", sourced(name.name()));
    }

    private static OtherName otherName(Members members) {
        return new OtherName(members.text("kind"), members.text("of"), members.object("name", FactsCodec::sourced));
    }

    /** @throws IllegalArgumentException for a word that is no provenance */
    public static Provenance provenance(String code) {
        return Arrays.stream(Provenance.values())
                .filter(provenance -> provenance.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a provenance: " + code));
    }
}
