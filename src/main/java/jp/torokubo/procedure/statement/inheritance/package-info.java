// SPDX-License-Identifier: Apache-2.0
/** Inheritance (引継ぎ): rows that rest on a control of a base service's frozen version, as far as its provider disclosed it. */
@NullMarked
package jp.torokubo.procedure.statement.inheritance;

import org.jspecify.annotations.NullMarked;
