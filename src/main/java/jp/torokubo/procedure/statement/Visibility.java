// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Arrays;
import java.util.Optional;

/** Who sees a section of a frozen version. */
public enum Visibility {
    /** Everybody, once it rides in an event of the register: the five items of 登録規則 3.8. */
    PUBLIC("public"),
    /** Those organisations to which the provider has disclosed the version: the detailed annex. */
    AGENCIES("agencies"),
    /** The people of the dossier only. */
    RESTRICTED("restricted");

    private final String code;

    Visibility(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Visibility> of(String code) {
        return Arrays.stream(values()).filter(visibility -> visibility.code.equals(code)).findFirst();
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.visibility." + code;
    }
}
