// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

/** The owners of passkeys, as the WebAuthn library asks for them: what it calls the user name is the person's id. */
@Repository
public class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final People people;

    PasskeyOwners(People people) {
        this.people = people;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        var id = Passkeys.person(handle);
        return id == null ? null : people.find(id).map(PasskeyOwners::owner).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
        return people.find(new PersonId(UUID.fromString(id))).map(PasskeyOwners::owner).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("people come in by a one-time link only");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("people are never deleted");
    }

    private static PublicKeyCredentialUserEntity owner(Person person) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Passkeys.handle(person.id()))
                .name(person.login())
                .displayName(person.name())
                .build();
    }
}
