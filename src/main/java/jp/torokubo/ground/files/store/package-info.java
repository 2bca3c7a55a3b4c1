// SPDX-License-Identifier: Apache-2.0
/** Where uploaded files are kept. */
@NullMarked
package jp.torokubo.ground.files.store;

import org.jspecify.annotations.NullMarked;
