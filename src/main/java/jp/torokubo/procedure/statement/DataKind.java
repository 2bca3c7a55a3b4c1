// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Arrays;
import java.util.Optional;

/** For what a region is named: the same function may keep its data here and its backups there. */
public enum DataKind {
    STORAGE("storage"),
    PROCESSING("processing"),
    BACKUP("backup"),
    LOGS("logs"),
    SUPPORT("support");

    private final String code;

    DataKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<DataKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.data-kind." + code;
    }
}
