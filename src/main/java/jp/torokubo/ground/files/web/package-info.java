// SPDX-License-Identifier: Apache-2.0
/** What stands before every upload. */
@NullMarked
package jp.torokubo.ground.files.web;

import org.jspecify.annotations.NullMarked;
