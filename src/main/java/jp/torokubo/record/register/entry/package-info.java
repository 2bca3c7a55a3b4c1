// SPDX-License-Identifier: Apache-2.0
/** The form in which an event stands in the log, for ever (docs/adr/0004). */
@NullMarked
package jp.torokubo.record.register.entry;

import org.jspecify.annotations.NullMarked;
