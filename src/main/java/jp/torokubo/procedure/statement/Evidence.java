// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a control is realised: a file kept by its hash, or a place where it is found.
 *
 * @param title as the provider calls it
 * @param sha256 of the content the module files keeps for the dossier; null for a link
 * @param fileName as given, cleaned; null for a link
 * @param link where it is found; null for a file
 * @param owner login of whoever renews it; empty where nobody does
 * @param validUntil last day on which it shows anything; null: not set
 * @param controls ids of the rows it belongs to
 */
public record Evidence(
        UUID id, String title, @Nullable String sha256, @Nullable String fileName, @Nullable String link, String owner, @Nullable LocalDate validUntil,
        List<String> controls) {

    public Evidence {
        controls = List.copyOf(controls);
    }
}
