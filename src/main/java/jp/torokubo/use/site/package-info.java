// SPDX-License-Identifier: Apache-2.0
/**
 * Pages that cut across: home, statistics, calendar, data, help, glossary. Used by none.
 *
 * <p>Start at {@code web}.
 */
@ApplicationModule(displayName = "Site (サイト)", allowedDependencies = {"ground.refusal", "ground.identity", "ground.correspondence", "ground.japanese", "ground.pages", "ground.paper", "ground.jobs", "record.rulebook", "record.criteria", "record.register", "record.ledger"})
@NullMarked
package jp.torokubo.use.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
