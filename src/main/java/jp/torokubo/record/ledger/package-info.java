// SPDX-License-Identifier: Apache-2.0
/**
 * The append-only log: canonical entries, RFC 6962 hashes, verification.
 *
 * <p>Start at {@link jp.torokubo.record.ledger.Ledger}. Nothing written here is ever changed or removed.
 */
@ApplicationModule(displayName = "Ledger (記録)", allowedDependencies = {"ground.refusal", "ground.database"})
@NullMarked
package jp.torokubo.record.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
