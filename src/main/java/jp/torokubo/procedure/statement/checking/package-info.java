/** The rules of the self-check, one for each thing that can be wrong; their weight, articles and thresholds stand in {@code statement/self-check.tsv}. */
@NullMarked
package jp.torokubo.procedure.statement.checking;

import org.jspecify.annotations.NullMarked;
