// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.EnumSet;
import java.util.Set;

/** What an organisation is to the scheme. */
public enum OrganisationKind {
    /** クラウドサービス事業者: applies, and is registered. */
    PROVIDER,
    /** 監査機関. */
    AUDIT_BODY,
    /** 国の行政機関. */
    MINISTRY,
    /** 独立行政法人・指定法人. */
    INCORPORATED_AGENCY,
    /** 地方公共団体. */
    MUNICIPALITY,
    /** Another public body that buys as agencies do. */
    QUASI_PUBLIC_BODY,
    /** 運用支援機関: receives and reviews applications. */
    OPERATING_BODY,
    /** 運営委員会, with its secretariat. */
    COMMITTEE,
    /** Who runs this register. */
    OPERATOR,
    /** Works for a provider, by his grant. */
    ADVISER;

    /** Whoever procures: ministries, incorporated agencies, municipalities, quasi-public bodies. */
    public static final Set<OrganisationKind> AGENCIES =
            EnumSet.of(MINISTRY, INCORPORATED_AGENCY, MUNICIPALITY, QUASI_PUBLIC_BODY);

    /** Key of its words. */
    public String messageKey() {
        return "identity.kind." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
