// SPDX-License-Identifier: Apache-2.0
/**
 * Accounts from outside: signing in at an issuer of identities (OpenID Connect), such as GビズID, and what follows from what it says.
 *
 * <p>Start at {@link jp.torokubo.ground.identity.issuers.SignInByIssuer}; what is sent to an issuer and believed of its answers stands
 * in {@link jp.torokubo.ground.identity.issuers.IssuerCeremony}.
 */
@NullMarked
package jp.torokubo.ground.identity.issuers;

import org.jspecify.annotations.NullMarked;
