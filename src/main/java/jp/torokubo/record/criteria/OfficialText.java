// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the criteria themselves say of a control, in one language.
 *
 * @param title null where the publication gives none
 * @param body null where the publication gives none
 * @param sourceJa which publication
 * @param importId the import it came by, or null
 */
public record OfficialText(@Nullable String title, @Nullable String body, String sourceJa, String sourceEn, @Nullable UUID importId) {

    public String source(boolean english) {
        return english ? sourceEn : sourceJa;
    }
}
