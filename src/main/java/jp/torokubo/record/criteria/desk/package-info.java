// SPDX-License-Identifier: Apache-2.0
/** The operator's pages of imports: upload, reading, dry run, proposal, and the second person's decision. */
@NullMarked
package jp.torokubo.record.criteria.desk;

import org.jspecify.annotations.NullMarked;
