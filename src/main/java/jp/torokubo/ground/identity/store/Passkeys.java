// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Passkeys, in the form the WebAuthn library asks for. The user handle it speaks of is the sixteen bytes of the person's id. */
@Repository
public class Passkeys implements UserCredentialRepository {

    /** A passkey as its owner sees it. */
    public record Listed(String id, String label, Instant createdAt, Instant lastUsedAt) {}

    private final JdbcClient database;
    private final InstantSource clock;

    Passkeys(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public static Bytes handle(PersonId person) {
        var id = person.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    public static @Nullable PersonId person(Bytes handle) {
        if (handle.getBytes().length != 16) {
            return null;
        }
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    public List<Listed> of(PersonId person) {
        return database.sql("""
                        select credential_id, label, created_at, last_used_at from identity.passkey
                        where person = :person order by created_at, credential_id
                        """)
                .param("person", person.value())
                .query((row, number) -> new Listed(
                        row.getString("credential_id"), row.getString("label"), Moments.read(row, "created_at"),
                        Moments.read(row, "last_used_at")))
                .list();
    }

    public void forgetAllOf(PersonId person) {
        database.sql("delete from identity.passkey where person = :person").param("person", person.value()).update();
    }

    @Override
    public void delete(Bytes credentialId) {
        database.sql("delete from identity.passkey where credential_id = :id")
                .param("id", credentialId.toBase64UrlString())
                .update();
    }

    /** Keeps a new passkey, or what has changed of a known one by its use; it never changes its owner. */
    @Override
    public void save(CredentialRecord passkey) {
        var owner = person(passkey.getUserEntityUserId());
        if (owner == null) {
            throw new IllegalArgumentException("a passkey of nobody");
        }
        database.sql("""
                        insert into identity.passkey as k (credential_id, person, label, public_key, signature_count, uv_initialized,
                            backup_eligible, backup_state, transports, attestation, client_data, created_at, last_used_at)
                        values (:id, :person, :label, :key, :count, :uv, :eligible, :state, :transports, :attestation, :client, :now, :now)
                        on conflict (credential_id) do update set
                            signature_count = excluded.signature_count, uv_initialized = excluded.uv_initialized,
                            backup_state = excluded.backup_state, last_used_at = excluded.last_used_at
                            where k.person = excluded.person
                        """)
                .param("id", passkey.getCredentialId().toBase64UrlString())
                .param("person", owner.value())
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("uv", passkey.isUvInitialized())
                .param("eligible", passkey.isBackupEligible())
                .param("state", passkey.isBackupState())
                .param("transports", passkey.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("client", bytes(passkey.getAttestationClientDataJSON()))
                .param("now", Moments.at(clock.instant()))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return database.sql("select * from identity.passkey where credential_id = :id")
                .param("id", credentialId.toBase64UrlString())
                .query(Passkeys::passkey)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        var owner = person(userId);
        return owner == null
                ? List.of()
                : database.sql("select * from identity.passkey where person = :person order by created_at, credential_id")
                        .param("person", owner.value())
                        .query(Passkeys::passkey)
                        .list();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes value) {
        return value == null ? null : value.getBytes();
    }

    private static @Nullable Bytes bytes(byte @Nullable [] value) {
        return value == null ? null : new Bytes(value);
    }

    private static CredentialRecord passkey(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("credential_id")))
                .userEntityUserId(handle(new PersonId(row.getObject("person", UUID.class))))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .transports(transports(row.getString("transports")))
                .attestationObject(bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(bytes(row.getBytes("client_data")))
                .created(Moments.read(row, "created_at"))
                .lastUsed(Moments.read(row, "last_used_at"))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
