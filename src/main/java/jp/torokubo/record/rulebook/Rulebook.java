// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

/** The scheme's rules on a day. */
public interface Rulebook {}
