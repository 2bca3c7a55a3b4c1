// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.organisations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation is called from a day on.
 *
 * @param nameEn null: not known
 * @param validFrom Japanese civil day; null: since before anything is known
 */
public record NameByDate(String nameJa, @Nullable String nameEn, @Nullable LocalDate validFrom) {}
