// SPDX-License-Identifier: Apache-2.0
/** Dossiers: who opens one, who is brought in and for how long, and whether he may act. */
@NullMarked
package jp.torokubo.ground.identity.dossiers;

import org.jspecify.annotations.NullMarked;
