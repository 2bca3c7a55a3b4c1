// SPDX-License-Identifier: Apache-2.0
/** The criteria for programs and as files: JSON, CSV, xlsx. */
@NullMarked
package jp.torokubo.record.criteria.rest;

import org.jspecify.annotations.NullMarked;
