// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Somebody's way to an issuer and back, as his session remembers it. The last one he set out on counts, and once.
 *
 * @param asked with state, nonce and verifier
 * @param link hash of the invitation he came by; null if by none
 * @param next where he wanted to go
 * @param language what stands before the addresses of his pages
 * @param person who was signed in when he set out; empty if nobody
 * @param at in milliseconds
 */
record IssuerTrip(
        String issuer, OAuth2AuthorizationRequest asked, @Nullable String link, String next, String language, String person, long at)
        implements Serializable {}
