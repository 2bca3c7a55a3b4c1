// SPDX-License-Identifier: Apache-2.0
/** The register's pages of the operator's desk: imports and corrections. */
@NullMarked
package jp.torokubo.record.register.desk;

import org.jspecify.annotations.NullMarked;
