// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is publicly true of a register from a day on.
 *
 * <p>An event has two times: the civil day (Asia/Tokyo) from which it is effective, which stands here, and the instant at which
 * it was recorded, which the ledger gives it. Same-day events take effect in the order of their entries.
 */
public sealed interface RegisterEvent {

    /** Stable name in the log and in the API. Never reused, never renamed. */
    String type();

    /** An event that befell one service. */
    sealed interface OfService extends RegisterEvent {
        ServiceId service();

        LocalDate effectiveOn();
    }

    /** Registered (登録). */
    record Granted(ServiceId service, LocalDate effectiveOn, ServiceFacts facts) implements OfService {
        @Override public String type() { return "granted"; }
    }

    /** Renewal applied for (更新申請): the registration stays valid past its last day until this is decided. */
    record RenewalApplied(ServiceId service, LocalDate effectiveOn) implements OfService {
        @Override public String type() { return "renewal-applied"; }
    }

    record RenewalWithdrawn(ServiceId service, LocalDate effectiveOn) implements OfService {
        @Override public String type() { return "renewal-withdrawn"; }
    }

    /** Renewal refused. Whether that very day is still valid is data of the rulebook, and unset. */
    record RenewalRefused(ServiceId service, LocalDate effectiveOn) implements OfService {
        @Override public String type() { return "renewal-refused"; }
    }

    /** Renewed (更新) on a new audited period. */
    record Renewed(
            ServiceId service, LocalDate effectiveOn, @Nullable LocalDate auditedFrom, @Nullable LocalDate auditedUntil,
            @Nullable LocalDate publishedValidUntil) implements OfService {
        @Override public String type() { return "renewed"; }
    }

    /** The stated scope changed (範囲変更), in the words of the publication. */
    record ScopeChanged(ServiceId service, LocalDate effectiveOn, String what) implements OfService {
        @Override public String type() { return "scope-changed"; }
    }

    /** Service or provider bears another name (名称変更). The old one stays findable. */
    record Renamed(ServiceId service, LocalDate effectiveOn, String name, String provider) implements OfService {
        @Override public String type() { return "renamed"; }
    }

    record Suspended(ServiceId service, LocalDate effectiveOn, String reason) implements OfService {
        @Override public String type() { return "suspended"; }
    }

    record Resumed(ServiceId service, LocalDate effectiveOn) implements OfService {
        @Override public String type() { return "resumed"; }
    }

    /** Registration cancelled by the scheme (取消). */
    record Cancelled(ServiceId service, LocalDate effectiveOn, String reason) implements OfService {
        @Override public String type() { return "cancelled"; }
    }

    /** Registration withdrawn by its provider (取下げ). */
    record Withdrawn(ServiceId service, LocalDate effectiveOn) implements OfService {
        @Override public String type() { return "withdrawn"; }
    }

    /** Missing from a newer list, for a reason that is not known. */
    record NoLongerListed(ServiceId service, LocalDate effectiveOn) implements OfService {
        @Override public String type() { return "no-longer-listed"; }
    }

    /** Facts stated anew: a number confirmed, a reading, an alias, a published last day. Replaces the facts whole. */
    record FactsStated(ServiceId service, LocalDate effectiveOn, ServiceFacts facts) implements OfService {
        @Override public String type() { return "facts-stated"; }
    }

    /** The public part of a frozen statement (言明書) was shown; it stands until another one is. */
    record StatementStated(ServiceId service, LocalDate effectiveOn, PublicStatement statement) implements OfService {
        @Override public String type() { return "statement-stated"; }
    }

    /** A publication was loaded; the register is complete up to the day its basis names. */
    record PublicationLoaded(String title, LocalDate completeUntil, int services) implements RegisterEvent {
        @Override public String type() { return "publication-loaded"; }
    }

    /**
     * An earlier entry of the same register was wrong.
     *
     * @param entry index of the entry that is corrected; it may itself be a correction
     * @param replacement what it should have said; it takes the place of the entry it corrects in the order of its day. Null
     *     annuls the entry
     * @param why in words, public
     */
    record Corrected(long entry, @Nullable OfService replacement, String why) implements RegisterEvent {
        @Override public String type() { return "corrected"; }
    }
}
