// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.Arrays;
import java.util.Optional;
import jp.torokubo.record.ledger.LogName;

/** The registers of the scheme. */
public enum RegisterName {
    /** ISMAPクラウドサービスリスト. */
    ISMAP("ismap"),
    /** ISMAP-LIUクラウドサービスリスト. */
    LIU("liu"),
    /** ISMAP監査機関リスト. */
    AUDIT_BODIES("audit-bodies");

    private final String code;

    RegisterName(String code) {
        this.code = code;
    }

    /** As it stands in addresses, in the API and in the log. */
    public String code() {
        return code;
    }

    public LogName log() {
        return new LogName(code);
    }

    public static Optional<RegisterName> of(String code) {
        return Arrays.stream(values()).filter(name -> name.code.equals(code)).findFirst();
    }
}
