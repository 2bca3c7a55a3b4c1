// SPDX-License-Identifier: Apache-2.0
/**
 * The control criteria (管理基準) by edition: structure, obligations, titles, what changed, official texts once they are imported.
 *
 * <p>Start at {@link jp.torokubo.record.criteria.Criteria}, then {@link jp.torokubo.record.criteria.Catalogue}. The two editions that
 * come with the program stand in {@code src/main/resources/criteria} and are recorded by
 * {@link jp.torokubo.record.criteria.LoadCriteria}. An import adds an edition, a {@link jp.torokubo.record.criteria.TextSet} of
 * official texts or a {@link jp.torokubo.record.criteria.DatedList} through {@code store.CriteriaStore}; what it adds is read at once.
 */
@ApplicationModule(displayName = "Criteria (管理基準)", allowedDependencies = {"ground.refusal", "ground.database", "ground.commands", "ground.files", "ground.jobs", "ground.identity", "ground.desk", "ground.japanese", "ground.pages", "ground.paper", "record.rulebook"})
@NullMarked
package jp.torokubo.record.criteria;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
