// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.torokubo.ground.japanese.SearchKey;

/** The columns of a published list that are understood, with the headings they go by. */
public enum Column {
    POSITION("No.", "番号", "項番", "通番"),
    NUMBER("登録番号", "Registration number", "registration_no", "Registration No."),
    NUMBER_KNOWN("登録番号の根拠", "registration_no_provenance"),
    NAME("クラウドサービス名", "サービス名", "クラウドサービスの名称", "サービスの名称", "Service name", "Cloud service", "name"),
    PROVIDER("申請者", "事業者", "事業者名", "クラウドサービス事業者", "クラウドサービス事業者名", "Applicant", "Provider"),
    REGISTERED_ON("登録日", "初回登録日", "Registered on", "Registration date", "registered_on"),
    VALID_UNTIL("有効期限", "登録有効期限", "有効期間満了日", "Valid until", "Expiry date", "valid_until"),
    AUDITED_PERIOD("監査対象期間", "監査の対象期間", "Audited period", "Assessment period"),
    AUDITED_FROM("監査対象期間開始日", "監査対象期間の初日", "audited_from"),
    AUDITED_UNTIL("監査対象期間末日", "監査対象期間終了日", "監査対象期間の末日", "audited_until"),
    CORPORATE_NUMBER("法人番号", "Corporate number", "corporate_number"),
    SERVICE_READING("フリガナ", "サービス名フリガナ", "サービス名の読み", "読み", "Reading", "name_reading"),
    PROVIDER_READING("事業者フリガナ", "事業者名フリガナ", "申請者フリガナ", "申請者の読み", "事業者の読み", "Provider reading",
            "provider_reading"),
    SERVICE_ALIAS("別名", "サービスの別名", "Alias", "Also known as", "aliases"),
    PROVIDER_ALIAS("事業者の別名", "申請者の別名", "Provider alias", "provider_aliases"),
    SERVICE_FORMER_NAME("旧称", "旧名称", "旧サービス名", "Former name", "former_names"),
    PROVIDER_FORMER_NAME("事業者の旧称", "旧事業者名", "旧商号", "Provider former name", "provider_former_names"),
    OTHER_NAMES_KNOWN("別名等の根拠", "other_names_provenance");

    /** Without these three a row says nothing. */
    static final Set<Column> NEEDED = Set.of(NAME, PROVIDER, REGISTERED_ON);

    private final List<String> headings;
    private final Set<String> keys;

    Column(String... headings) {
        this.headings = List.of(headings);
        this.keys = this.headings.stream().map(SearchKey::of).collect(Collectors.toUnmodifiableSet());
    }

    /** As this program writes it. */
    public String heading() {
        return headings.get(0);
    }

    static Optional<Column> of(String heading) {
        String key = SearchKey.of(heading);
        return Arrays.stream(values()).filter(column -> column.keys.contains(key)).findFirst();
    }
}
