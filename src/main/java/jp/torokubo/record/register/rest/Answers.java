// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API answers. Every member is always there; null is "not known". Days are {@code YYYY-MM-DD} in Tokyo, instants end in Z. */
final class Answers {

    private Answers() {}

    @Schema(name = "ServiceList", description = "登録簿の一覧。The list of a register on a day.")
    record ServiceList(
            @Schema(description = "尋ねた日。The day asked for.", format = "date", example = "2021-09-13")
            @JsonProperty("as_of") String asOf,
            @Schema(description = "答えに使った最後の記録の日時。Instant of the last entry used.", format = "date-time", nullable = true)
            @JsonProperty("known_at") @Nullable String knownAt,
            @Schema(description = "その記録の番号。無いときは -1。Index of that entry; -1 where the register is empty.")
            @JsonProperty("register_index") long registerIndex,
            @Schema(description = "公表内容が揃っている最後の日。Last day for which the register is complete.", format = "date", nullable = true)
            @JsonProperty("complete_until") @Nullable String completeUntil,
            @Schema(description = "条件に合う件数。How many match, on all pages.")
            @JsonProperty("total") long total,
            @JsonProperty("services") List<ListedService> services,
            @Schema(description = "次の頁の cursor。最後の頁では null。Cursor of the next page; null on the last.", nullable = true)
            @JsonProperty("next_cursor") @Nullable String nextCursor) {}

    @Schema(name = "ListedService", description = "一覧の1件。One service of the list.")
    record ListedService(
            @Schema(description = "変わらないID。An id that never changes.", format = "uuid") @JsonProperty("id") String id,
            @Schema(description = "登録番号。Registration number.", nullable = true, example = "C21-0004-2")
            @JsonProperty("registration_no") @Nullable String registrationNo,
            @Schema(description = "登録番号の出所：official, secondary, inferred, unverified。How the number is known.", nullable = true)
            @JsonProperty("registration_no_provenance") @Nullable String registrationNoProvenance,
            @JsonProperty("name") String name,
            @JsonProperty("provider") String provider,
            @Schema(description = "登録簿：ismap, liu, audit-bodies。The register.") @JsonProperty("register") String register,
            @Schema(format = "date") @JsonProperty("registered_on") String registeredOn,
            @Schema(description = "有効期限。公表された日、無ければ計算した日。Last valid day, published or else computed.", format = "date", nullable = true)
            @JsonProperty("valid_until") @Nullable String validUntil,
            @Schema(description = "状態。complete_until より後の日は unknown。Status; unknown after complete_until.")
            @JsonProperty("status") String status,
            @Schema(description = "最後に分かっている状態。Last known status.")
            @JsonProperty("last_known_status") String lastKnownStatus) {}

    @Schema(name = "Service", description = "1つのサービス。One service on a day.")
    record Service(
            @Schema(format = "date") @JsonProperty("as_of") String asOf,
            @Schema(format = "date-time", nullable = true) @JsonProperty("known_at") @Nullable String knownAt,
            @JsonProperty("register_index") long registerIndex,
            @Schema(format = "date", nullable = true) @JsonProperty("complete_until") @Nullable String completeUntil,
            @JsonProperty("service") ListedService service,
            @Schema(description = "法人番号。Corporate number.", nullable = true) @JsonProperty("corporate_number") @Nullable Fact corporateNumber,
            @Schema(format = "date", nullable = true) @JsonProperty("audited_from") @Nullable String auditedFrom,
            @Schema(format = "date", nullable = true) @JsonProperty("audited_until") @Nullable String auditedUntil,
            @JsonProperty("validity") Validity validity,
            @Schema(description = "別名・読み・旧称。Aliases, readings and former names.") @JsonProperty("also_known_as") List<OtherName> alsoKnownAs,
            @Schema(description = "このサービスを指す他の番号。Other numbers that lead here.") @JsonProperty("former_numbers") List<String> formerNumbers,
            @Schema(description = "登録の根拠。What the registration rests on.") @JsonProperty("basis") Map<String, Object> basis,
            @Schema(description = "登録を記録した番号。Index of the entry that granted it.") @JsonProperty("granted_by") long grantedBy) {}

    @Schema(name = "Fact")
    record Fact(@JsonProperty("value") String value, @JsonProperty("provenance") String provenance) {}

    @Schema(name = "OtherName")
    record OtherName(
            @Schema(description = "alias, reading, former-name") @JsonProperty("kind") String kind,
            @Schema(description = "service, provider") @JsonProperty("of") String of,
            @JsonProperty("name") String name,
            @JsonProperty("provenance") String provenance) {}

    @Schema(name = "Validity", description = "有効期限とその理由。The last valid day and its reason.")
    record Validity(
            @Schema(description = "公表された有効期限。As published; it wins.", format = "date", nullable = true)
            @JsonProperty("published") @Nullable String published,
            @Schema(description = "監査対象期間から計算した日。Computed from the audited period.", format = "date", nullable = true)
            @JsonProperty("computed") @Nullable String computed,
            @Schema(description = "計算の根拠。The rule computed by.", nullable = true) @JsonProperty("article") @Nullable String article,
            @Schema(description = "計算の版。Version of the reading.", nullable = true) @JsonProperty("rule_version") @Nullable String ruleVersion,
            @Schema(description = "規定の読み方が推定か。Whether the reading of the rule is inferred.") @JsonProperty("inferred") boolean inferred,
            @Schema(description = "この日の扱いが規程から決まらないか（その場合は期限満了として表示）。Whether the rules leave this day open; it is then shown as expired.")
            @JsonProperty("undecided") boolean undecided) {}

    @Schema(name = "EventList")
    record EventList(
            @JsonProperty("id") String id,
            @Schema(format = "date-time", nullable = true) @JsonProperty("known_at") @Nullable String knownAt,
            @JsonProperty("register_index") long registerIndex,
            @JsonProperty("total") long total,
            @JsonProperty("events") List<Event> events,
            @Schema(nullable = true) @JsonProperty("next_cursor") @Nullable String nextCursor) {}

    @Schema(name = "Event", description = "記録された出来事。An event as it was recorded.")
    record Event(
            @JsonProperty("index") long index,
            @Schema(format = "date-time") @JsonProperty("recorded_at") String recordedAt,
            @JsonProperty("type") String type,
            @Schema(description = "効力が生じる日。The day from which it takes effect.", format = "date", nullable = true)
            @JsonProperty("effective_on") @Nullable String effectiveOn,
            @Schema(description = "出来事の内容。What it says, as in the log.") @JsonProperty("says") Map<String, Object> says,
            @JsonProperty("basis") Map<String, Object> basis,
            @JsonProperty("recorder_role") String recorderRole,
            @Schema(description = "この記録を訂正した記録の番号。Index of the correction, if any.", nullable = true)
            @JsonProperty("corrected_by") @Nullable Long correctedBy,
            @Schema(description = "ログの中でのハッシュ。Leaf hash in the log (RFC 6962).") @JsonProperty("leaf_hash") String leafHash) {}

    @Schema(name = "Statement", description = "ある日に示されている言明書。The statement that stands on a day.")
    record Statement(
            @Schema(format = "date") @JsonProperty("as_of") String asOf,
            @Schema(format = "date-time", nullable = true) @JsonProperty("known_at") @Nullable String knownAt,
            @JsonProperty("register_index") long registerIndex,
            @Schema(description = "サービスのID。Id of the service.", format = "uuid") @JsonProperty("id") String id,
            @Schema(description = "示された日。Day from which it stands.", format = "date") @JsonProperty("stated_on") String statedOn,
            @JsonProperty("statement") PublicStatement statement) {}

    @Schema(name = "PublicStatement", description = "言明書の公開部分。ファイルと同じ形です。The public part, of the form of the file.")
    record PublicStatement(
            @Schema(description = "版のハッシュ値。Hash of the frozen version.") @JsonProperty("version") String version,
            @Schema(description = "管理基準の版。Edition of the criteria.") @JsonProperty("edition") String edition,
            @Schema(description = "政府機関向けの部分のハッシュ値。Hash of the section for agencies.") @JsonProperty("agencies") String agencies,
            @Schema(description = "非公開の部分のハッシュ値。Hash of the restricted section.") @JsonProperty("restricted") String restricted,
            @JsonProperty("schema") int schema,
            @Schema(description = "公開部分の行。ハッシュを計算する順。Public rows in hashing order.") @JsonProperty("rows") List<Row> rows) {}

    @Schema(name = "StatementRow", description = "凍結された1行。A row as it was frozen.")
    record Row(@JsonProperty("key") String key, @JsonProperty("salt") String salt,
            @Schema(description = "RFC 8785 のJSON。JSON as RFC 8785 has it.") @JsonProperty("value") String value) {}
}
