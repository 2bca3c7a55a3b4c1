// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.function.Predicate;
import jp.torokubo.procedure.statement.Remark;
import jp.torokubo.procedure.statement.Severity;
import jp.torokubo.procedure.statement.WordsGiven;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the self-check somebody looks at, as it stands in addresses.
 *
 * @param severity code, or empty for all
 * @param group code of a part, number of a chapter, {@code evidence}, or empty for all
 * @param word {@code none} for warnings without a word only, or empty
 */
record CheckFilter(String severity, String group, String word) {

    static final String WITHOUT_WORD = "none";

    CheckFilter {
        severity = Severity.of(severity).map(Severity::code).orElse("");
        word = word.equals(WITHOUT_WORD) ? word : "";
    }

    public boolean withoutWord() {
        return !word.isEmpty();
    }

    /** Whatever the group. */
    Predicate<Remark> anyGroup(WordsGiven words) {
        return remark -> (severity.isEmpty() || remark.severity().code().equals(severity)) && (word.isEmpty() || words.isMissing(remark));
    }

    String address(String path, int page) {
        return query(path, page).build().encode().toUriString();
    }

    /** With a mark that a word has been kept. */
    String said(String path, int page) {
        return query(path, page).queryParam("said", "1").build().encode().toUriString();
    }

    private UriComponentsBuilder query(String path, int page) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "severity", severity);
        add(address, "group", group);
        add(address, "word", word);
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }
}
