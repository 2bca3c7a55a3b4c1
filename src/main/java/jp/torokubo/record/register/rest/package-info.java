// SPDX-License-Identifier: Apache-2.0
/** The register for programs: JSON, CSV, Atom, iCalendar; each answer kept as bytes until the register grows. */
@NullMarked
package jp.torokubo.record.register.rest;

import org.jspecify.annotations.NullMarked;
