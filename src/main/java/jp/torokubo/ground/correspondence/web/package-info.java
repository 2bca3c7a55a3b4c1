// SPDX-License-Identifier: Apache-2.0
/** The pages of a dossier's correspondence, and its files as they are handed out. */
@NullMarked
package jp.torokubo.ground.correspondence.web;

import org.jspecify.annotations.NullMarked;
