// SPDX-License-Identifier: Apache-2.0
/**
 * The comparison table (新旧対照表) of two texts: which passages belong together, which words changed, what is left out.
 *
 * <p>Start at {@link jp.torokubo.record.rulebook.comparison.ComparisonTable}.
 */
@NullMarked
package jp.torokubo.record.rulebook.comparison;

import org.jspecify.annotations.NullMarked;
