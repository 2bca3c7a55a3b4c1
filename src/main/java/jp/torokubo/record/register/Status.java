// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.Arrays;
import java.util.Optional;

/** What a service is on a day. */
public enum Status {
    /** 登録中. */
    REGISTERED("registered", true),
    /** 更新審査中: renewal applied for in time and undecided. */
    RENEWING("renewing", true),
    /** 一時停止. */
    SUSPENDED("suspended", true),
    /** 期限満了. */
    EXPIRED("expired", false),
    /** 取消. */
    CANCELLED("cancelled", false),
    /** 取下げ. */
    WITHDRAWN("withdrawn", false),
    /** 一覧から消滅: missing from a newer list, reason unknown. */
    NO_LONGER_LISTED("no-longer-listed", false),
    /** 不明: the day lies past what has been published; the last known state stands beside it. */
    UNKNOWN("unknown", true);

    private final String code;
    private final boolean listed;

    Status(String code, boolean listed) {
        this.code = code;
        this.listed = listed;
    }

    public String code() {
        return code;
    }

    /** Whether the list of a day shows it without being asked for this status. */
    public boolean isListed() {
        return listed;
    }

    public static Optional<Status> of(String code) {
        return Arrays.stream(values()).filter(status -> status.code.equals(code)).findFirst();
    }
}
