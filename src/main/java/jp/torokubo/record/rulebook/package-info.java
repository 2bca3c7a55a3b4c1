// SPDX-License-Identifier: Apache-2.0
/**
 * The rules of the scheme as dated, citable data with provenance: documents, editions, articles, bodies and their names by
 * date, terms, periods, published counts; and the comparison table of any two editions.
 *
 * <p>Start at {@link jp.torokubo.record.rulebook.Rulebook}.
 */
@ApplicationModule(displayName = "Rulebook (規程)", allowedDependencies = {"ground.refusal", "ground.database", "ground.commands", "ground.desk", "ground.identity", "ground.japanese", "ground.pages", "ground.paper"})
@NullMarked
package jp.torokubo.record.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
