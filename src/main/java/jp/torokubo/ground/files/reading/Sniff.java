// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.files.UnreadableFile.Why;

/** What a file really is, told from its bytes and never from its name. */
final class Sniff {

    private static final byte[] OLE2 = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(UTF_16LE);

    private Sniff() {}

    /** Returns when the bytes may be what they are said to be. */
    static void check(byte[] file, Format said) {
        if (file.length == 0) {
            throw new Unreadable(Why.EMPTY);
        }
        if (startsWith(file, OLE2)) {
            throw new Unreadable(contains(file, ENCRYPTED_PACKAGE) ? Why.LOCKED : Why.OLD_EXCEL);
        }
        if (startsWith(file, "%PDF".getBytes(ISO_8859_1))) {
            throw new Unreadable(Why.PDF);
        }
        boolean zip = startsWith(file, ZIP);
        if (said == Format.XLSX && !zip) {
            throw new Unreadable(looksLikeHtml(file) ? Why.HTML : isText(file) ? Why.NOT_XLSX : Why.BINARY);
        }
        if (said != Format.XLSX) {
            if (zip) {
                throw new Unreadable(Why.IS_XLSX);
            }
            if (looksLikeHtml(file)) {
                throw new Unreadable(Why.HTML);
            }
            if (hasUtf16Mark(file)) {
                throw new Unreadable(Why.ENCODING_UTF16);
            }
            if (!isText(file)) {
                throw new Unreadable(Why.BINARY);
            }
        }
    }

    static boolean hasUtf16Mark(byte[] file) {
        return file.length >= 2
                && ((file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) || (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF));
    }

    private static boolean looksLikeHtml(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, 1024), ISO_8859_1).toLowerCase(Locale.ROOT).strip();
        if (head.startsWith("ï»¿")) {
            head = head.substring(3).strip();
        }
        return head.startsWith("<!doctype html") || head.startsWith("<html")
                || (head.startsWith("<?xml") && head.contains("<html"));
    }

    /** No NUL: no text of ours has one, nearly every other format does. */
    private static boolean isText(byte[] file) {
        for (byte b : file) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }

    private static boolean contains(byte[] file, byte[] mark) {
        for (int at = 0; at + mark.length <= file.length; at++) {
            if (file[at] == mark[0] && Arrays.equals(file, at, at + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }
}
