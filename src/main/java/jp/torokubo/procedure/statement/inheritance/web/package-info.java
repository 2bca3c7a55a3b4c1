// SPDX-License-Identifier: Apache-2.0
/** The page on which rows are rested on a base service, and what a row shows of it. */
@NullMarked
package jp.torokubo.procedure.statement.inheritance.web;

import org.jspecify.annotations.NullMarked;
