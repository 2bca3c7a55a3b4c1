// SPDX-License-Identifier: Apache-2.0
/** The pages of mappings: lists, one list by item or by control, what applying it would write. */
@NullMarked
package jp.torokubo.procedure.statement.mapping.web;

import org.jspecify.annotations.NullMarked;
