// SPDX-License-Identifier: Apache-2.0
/** A real browser walks the running program, as its users do. Needs Debian's {@code chromium}. */
@org.jspecify.annotations.NullMarked
package jp.torokubo.browser;
