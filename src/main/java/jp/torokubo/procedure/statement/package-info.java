// SPDX-License-Identifier: Apache-2.0
/**
 * Statements (言明書): what a provider declares of a service, row by row of the criteria; written, checked, compared and frozen.
 *
 * <p>Start at {@link jp.torokubo.procedure.statement.WholeStatement}. What is written stays in the history; a frozen version never changes.
 */
@ApplicationModule(displayName = "Statement (言明書)", allowedDependencies = {"ground.refusal", "ground.database", "ground.commands", "ground.files", "ground.jobs", "ground.identity", "ground.desk", "ground.japanese", "ground.pages", "ground.paper", "record.ledger", "record.criteria", "record.register", "record.rulebook"})
@NullMarked
package jp.torokubo.procedure.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
