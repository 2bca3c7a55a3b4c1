// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.proof;

import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.store.PasskeyOwners;
import jp.torokubo.ground.identity.store.Passkeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registering and using passkeys.
 *
 * <p>The device must always verify its holder (PIN, finger, face): only then is a passkey two proofs in one step. A passkey belongs to
 * the address of the program: {@code torokubo.public-address}, or else {@code http://localhost} at the program's port.
 */
@Component
public class PasskeyCeremony {

    private static final Logger log = LoggerFactory.getLogger(PasskeyCeremony.class);

    private final PasskeyOwners owners;
    private final Passkeys passkeys;
    private final Environment environment;
    private final String publicAddress;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private volatile @Nullable Webauthn4JRelyingPartyOperations party;

    PasskeyCeremony(
            PasskeyOwners owners, Passkeys passkeys, Environment environment,
            @Value("${torokubo.public-address:}") String publicAddress) {
        this.owners = owners;
        this.passkeys = passkeys;
        this.environment = environment;
        this.publicAddress = publicAddress;
    }

    public PublicKeyCredentialCreationOptions toRegister(PersonId person) {
        return party().createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(known(person)));
    }

    /** @return false if the browser's answer does not stand up to examination */
    public boolean register(PublicKeyCredentialCreationOptions asked, String answer, String label) {
        try {
            var credential = json.readValue(
                    answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            if (passkeys.findByCredentialId(credential.getRawId()) != null) {
                return false;
            }
            party().registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    asked, new RelyingPartyPublicKey(credential, label)));
            return true;
        } catch (JacksonException | IllegalArgumentException | WebAuthnException wrong) {
            log.info("a passkey was not registered: {}", wrong.toString());
            return false;
        }
    }

    public PublicKeyCredentialRequestOptions toSignIn() {
        return party().createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /** @return whose passkey has answered; empty if the answer does not stand up to examination */
    public Optional<PersonId> signIn(PublicKeyCredentialRequestOptions asked, String answer) {
        try {
            var credential =
                    json.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var owner = party().authenticate(new RelyingPartyAuthenticationRequest(asked, credential));
            return Optional.ofNullable(Passkeys.person(owner.getId()));
        } catch (JacksonException | IllegalArgumentException | WebAuthnException wrong) {
            log.info("a passkey was not accepted: {}", wrong.toString());
            return Optional.empty();
        }
    }

    /** As the browser's script reads it. */
    public String written(Object options) {
        return json.writeValueAsString(options);
    }

    private static UsernamePasswordAuthenticationToken known(PersonId person) {
        return UsernamePasswordAuthenticationToken.authenticated(person.value().toString(), "", List.of());
    }

    private Webauthn4JRelyingPartyOperations party() {
        var known = party;
        if (known == null) {
            known = at(origin());
            party = known;
        }
        return known;
    }

    private Webauthn4JRelyingPartyOperations at(String origin) {
        var made = new Webauthn4JRelyingPartyOperations(
                owners,
                passkeys,
                PublicKeyCredentialRpEntity.builder().id(URI.create(origin).getHost()).name("Torokubo").build(),
                Set.of(origin));
        made.setCustomizeCreationOptions(options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                .userVerification(UserVerificationRequirement.REQUIRED)
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .build()));
        made.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return made;
    }

    private String origin() {
        if (!publicAddress.isEmpty()) {
            return publicAddress.replaceAll("/+$", "");
        }
        return "http://localhost:" + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }
}
