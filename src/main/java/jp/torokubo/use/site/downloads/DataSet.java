// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.downloads;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is given away, and the columns of each, by their keys in the {@link Dictionary}. */
public enum DataSet {
    /** The list of a day. */
    SERVICES("services", "registration_no", "registration_no_provenance", "name", "provider", "register", "registered_on",
            "valid_until", "status", "last_known_status", "id", "as_of", "complete_until"),
    /** Everything recorded in the register. */
    EVENTS("events", "index", "recorded_at", "type", "effective_on", "registration_no", "name", "id", "corrects", "why",
            "corrected_by", "basis", "basis_title", "basis_source", "basis_place", "complete_until", "recorder_role",
            "leaf_hash"),
    /** Numbers of registrations that were published. */
    COUNTS("counts", "counted_on", "register", "counted_services", "counted_providers", "provenance", "source"),
    DOCUMENTS("documents", "document", "document_title", "document_title_en", "addressees", "edition", "standing",
            "decided_on", "effective_on", "attested_on", "provenance", "source"),
    BODIES("bodies", "body", "body_name", "body_name_en", "from_day", "attested_on", "provenance", "source"),
    TERMS("terms", "term", "term_en", "meaning", "meaning_en", "code_name", "source"),
    /** Every row of every edition of the control criteria that is loaded. */
    CRITERIA("criteria", "criteria_edition", "id", "tier", "parent", "suffix", "obligation", "title_ja", "title_en", "title_basis",
            "title_ja_basis", "title_en_basis", "reference", "first_edition", "changed_in", "text_ja", "text_en"),
    DICTIONARY("dictionary", "key", "heading", "heading_en", "meaning", "meaning_en", "unit", "example", "stands_in");

    private final String file;
    private final List<String> columns;

    DataSet(String file, String... columns) {
        this.file = file;
        this.columns = List.of(columns);
    }

    /** Its file's name without ending, and its name in message keys. */
    public String file() {
        return file;
    }

    public List<String> columns() {
        return columns;
    }

    public static Optional<DataSet> of(String file) {
        return Arrays.stream(values()).filter(set -> set.file.equals(file)).findFirst();
    }
}
