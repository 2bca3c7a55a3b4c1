// SPDX-License-Identifier: Apache-2.0
/** From a published list to what it would change: reading, comparing, and the imports that are kept. */
@NullMarked
package jp.torokubo.record.register.importing;

import org.jspecify.annotations.NullMarked;
