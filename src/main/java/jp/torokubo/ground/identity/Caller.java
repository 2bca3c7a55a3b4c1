// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who may call a handler: everybody, whoever arrives, whoever has signed in, or somebody in a role.
 *
 * <p>A role is held in an organisation of a fitting kind. It says what somebody may do, never what he may see: a dossier is opened by
 * {@link Assignment} only.
 */
public enum Caller {
    /** Everybody, without signing in and without a cookie. */
    ANYONE,
    /** Somebody who holds a one-time link, or who is signing in. */
    ARRIVING,
    /** Anybody who has signed in. */
    SIGNED_IN,
    /** Who runs the register: imports, corrections, rulebook editions, organisations. Opens no dossier. */
    OPERATOR(true, EnumSet.of(OrganisationKind.OPERATOR)),
    /** 事業者の責任者: opens dossiers, says who works on them. Sees every dossier of his organisation. */
    PROVIDER_MANAGER(true, EnumSet.of(OrganisationKind.PROVIDER)),
    /** 事業者の担当者. */
    PROVIDER_AUTHOR(false, EnumSet.of(OrganisationKind.PROVIDER)),
    /** 監査機関の管理者: keeps the firm's people. Opens no dossier. */
    AUDIT_MANAGER(true, EnumSet.of(OrganisationKind.AUDIT_BODY)),
    /** 監査人. */
    AUDITOR(false, EnumSet.of(OrganisationKind.AUDIT_BODY)),
    /** 調達の決裁者. */
    PROCUREMENT_APPROVER(true, OrganisationKind.AGENCIES),
    /** 調達の担当者. */
    PROCUREMENT_OFFICER(false, OrganisationKind.AGENCIES),
    /** 審査の責任者. */
    REVIEW_LEAD(true, EnumSet.of(OrganisationKind.OPERATING_BODY)),
    /** 審査の担当者. */
    REVIEWER(false, EnumSet.of(OrganisationKind.OPERATING_BODY)),
    /** 事務局. */
    SECRETARY(true, EnumSet.of(OrganisationKind.COMMITTEE)),
    /** 委員. */
    COMMITTEE_MEMBER(false, EnumSet.of(OrganisationKind.COMMITTEE)),
    /** 助言者: works for a provider for as long as the provider wants. */
    ADVISER(true, EnumSet.of(OrganisationKind.ADVISER));

    private final boolean manages;
    private final Set<OrganisationKind> kinds;

    Caller() {
        this(false, EnumSet.noneOf(OrganisationKind.class));
    }

    Caller(boolean manages, Set<OrganisationKind> kinds) {
        this.manages = manages;
        this.kinds = kinds;
    }

    /** Whether this is a role somebody can hold, and not just a way of coming in. */
    public boolean isRole() {
        return !kinds.isEmpty();
    }

    /** Whether who holds it invites others into his organisation and ends their roles. */
    public boolean manages() {
        return manages;
    }

    /** Whether it is held in organisations of this kind. */
    public boolean fits(OrganisationKind kind) {
        return kinds.contains(kind);
    }

    /** The roles held in organisations of this kind, the managing ones first. */
    public static List<Caller> rolesOf(OrganisationKind kind) {
        return Arrays.stream(values()).filter(role -> role.fits(kind)).toList();
    }

    /** Key of its words. */
    public String messageKey() {
        return "identity.role." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
