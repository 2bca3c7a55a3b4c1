// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** A security key in software: answers what a browser would be asked,. */
final class SoftwareKey {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int USER_PRESENT = 1;
    private static final int USER_VERIFIED = 4;
    private static final int KEY_ATTACHED = 0x40;

    private final String origin;
    private final KeyPair keys;
    private final byte[] id = new byte[16];
    private final boolean verifiesItsHolder;
    private int count;
    private String owner = "";

    SoftwareKey(String origin, boolean verifiesItsHolder) {
        this.origin = origin;
        this.verifiesItsHolder = verifiesItsHolder;
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param options as the program has written them */
    String register(String options) {
        owner = member(options.substring(options.indexOf("\"user\"")), "id");
        var client = client("webauthn.create", member(options, "challenge"));
        var data = join(data(KEY_ATTACHED), new byte[16], new byte[] {0, 16}, id, publicKey());
        var attestation = join(
                bytes(0xa3), text("fmt"), text("none"), text("attStmt"), bytes(0xa0), text("authData"),
                bytes(0x58, data.length), data);
        return """
                {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%s","attestationObject":"%s","transports":["usb"]}}
                """.formatted(url(id), url(id), url(client), url(attestation));
    }

    String signIn(String options) {
        var client = client("webauthn.get", member(options, "challenge"));
        count++;
        var data = data(0);
        return """
                {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%s","authenticatorData":"%s","signature":"%s","userHandle":"%s"}}
                """.formatted(url(id), url(id), url(client), url(data), url(sign(join(data, sha256(client)))), owner);
    }

    private byte[] client(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\"}".formatted(type, challenge, origin).getBytes(UTF_8);
    }

    private byte[] data(int flags) {
        var all = flags | USER_PRESENT | (verifiesItsHolder ? USER_VERIFIED : 0);
        return join(sha256("localhost".getBytes(UTF_8)), bytes(all), ByteBuffer.allocate(4).putInt(count).array());
    }

    /** In COSE: an elliptic curve key for ES256 on P-256. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return join(
                bytes(0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32), unsigned(point.getAffineX().toByteArray()),
                bytes(0x22, 0x58, 32), unsigned(point.getAffineY().toByteArray()));
    }

    private byte[] sign(byte[] what) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(what);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] what) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(what);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] unsigned(byte[] number) {
        var exact = new byte[32];
        var length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, exact, 32 - length, length);
        return exact;
    }

    private static byte[] text(String text) {
        return join(bytes(0x60 + text.length()), text.getBytes(UTF_8));
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String url(byte[] bytes) {
        return URL.encodeToString(bytes);
    }

    private static String member(String json, String name) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalArgumentException("no " + name + " in " + json);
        }
        return found.group(1);
    }
}
