// SPDX-License-Identifier: Apache-2.0
/** The pages of the criteria: the editions, the controls of one, one control, what differs between two editions. */
@NullMarked
package jp.torokubo.record.criteria.web;

import org.jspecify.annotations.NullMarked;
