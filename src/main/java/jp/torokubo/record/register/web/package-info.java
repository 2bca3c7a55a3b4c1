// SPDX-License-Identifier: Apache-2.0
/** The pages of the register: the list on any day, a service, its history, its difference between two days. */
@NullMarked
package jp.torokubo.record.register.web;

import org.jspecify.annotations.NullMarked;
