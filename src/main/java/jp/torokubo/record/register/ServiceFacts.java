// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service apart from what happened to it. Null is "not known", never "none".
 *
 * @param number registration number
 * @param name as the list prints it
 * @param provider the applicant's name as the list prints it
 * @param corporateNumber 法人番号 of the applicant, 13 digits
 * @param auditedFrom first day of the audited period
 * @param auditedUntil last day of the audited period
 * @param publishedValidUntil 有効期限 as published; a fact, which wins over the computed day
 * @param alsoKnownAs aliases, readings and former names by which people look for it
 */
public record ServiceFacts(
        @Nullable Sourced<String> number,
        String name,
        String provider,
        @Nullable Sourced<String> corporateNumber,
        @Nullable LocalDate auditedFrom,
        @Nullable LocalDate auditedUntil,
        @Nullable LocalDate publishedValidUntil,
        List<OtherName> alsoKnownAs) {

    /**
     * @param kind alias, reading or former-name
     * @param of service or provider
     */
    public record OtherName(String kind, String of, Sourced<String> name) {}
}
