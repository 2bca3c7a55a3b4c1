// SPDX-License-Identifier: Apache-2.0
/** A dossier's correspondence as a workbook, and as an archive with its files. */
@NullMarked
package jp.torokubo.ground.correspondence.export;

import org.jspecify.annotations.NullMarked;
