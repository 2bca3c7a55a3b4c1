// SPDX-License-Identifier: Apache-2.0
/** From the official workbook to what it would change: finding the controls in it, comparing, and the imports that are kept. */
@NullMarked
package jp.torokubo.record.criteria.importing;

import org.jspecify.annotations.NullMarked;
