// SPDX-License-Identifier: Apache-2.0
/** The pages on which two statements are compared, and one is carried over into the other. */
@NullMarked
package jp.torokubo.procedure.statement.comparing.web;

import org.jspecify.annotations.NullMarked;
