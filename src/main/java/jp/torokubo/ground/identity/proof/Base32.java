// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.proof;

/** Base 32 (RFC 4648, section 6) without padding: how authenticator apps write a secret. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String write(byte[] bytes) {
        var text = new StringBuilder();
        var buffer = 0;
        var bits = 0;
        for (var one : bytes) {
            buffer = buffer << 8 | one & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(buffer >> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(buffer << 5 - bits & 31));
        }
        return text.toString();
    }

    static byte[] read(String text) {
        var bytes = new byte[text.length() * 5 / 8];
        var buffer = 0;
        var bits = 0;
        var next = 0;
        for (var one : text.toCharArray()) {
            var value = ALPHABET.indexOf(one);
            if (value < 0) {
                throw new IllegalArgumentException("not base 32");
            }
            buffer = buffer << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
            }
            buffer &= (1 << bits) - 1;
        }
        return bytes;
    }
}
