// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is public of a frozen statement (登録規則 3.8): the name of the service, its scope, the objectives that are implemented, the audited
 * period, the subsequent events; with it, what is needed to recompute the hash of the version from these rows alone.
 *
 * @param version hash of the frozen version
 * @param edition of the criteria
 * @param agencies hash of the section for agencies, whose rows are not here
 * @param restricted hash of the restricted section, whose rows are not here
 * @param rows the public section, each row with its salt, in the order in which they are hashed
 */
public record PublicStatement(String version, String edition, String agencies, String restricted, List<Row> rows) {

    public PublicStatement {
        rows = List.copyOf(rows);
    }

    /**
     * One row as it was frozen.
     *
     * @param key what it says something of, for example {@code period} or {@code objective/5.1.1}
     * @param salt 16 bytes in hexadecimal, its own for each row
     * @param value in canonical JSON
     */
    public record Row(String key, String salt, String value) {}

    /** @param standing inside, outside or unknown; what is unknown is never inside */
    public record Function(
            String nameJa, String nameEn, String standing, List<Regions> regions, @Nullable String baseService, String noteJa,
            String noteEn) {}

    /** @param kind storage, processing, backup, logs or support */
    public record Regions(String kind, List<String> names) {}

    /** @param registered id in the register; null: not on it */
    public record Base(String key, String nameJa, String nameEn, @Nullable UUID registered, @Nullable String version) {}

    /** @param choice adopted, left-out or open */
    public record Objective(String control, String choice) {}

    public record Event(@Nullable LocalDate on, String ja, String en) {}
}
