// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.UUID;

/** The id of a dossier (一件書類). It tells a stranger nothing: neither whose it is nor how many there are. */
public record DossierId(UUID value) {}
