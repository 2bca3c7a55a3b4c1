// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.files.UnreadableFile.Why;

/** Bytes to characters, strictly: a byte that does not fit is a refusal, never a replacement character. */
final class TextFile {

    static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private TextFile() {}

    static String decode(byte[] file, String encoding) {
        Charset said = switch (encoding) {
            case "UTF-8" -> UTF_8;
            case "windows-31j" -> SHIFT_JIS;
            default -> throw new Unreadable(Why.ENCODING_UNKNOWN, Map.of("encoding", encoding));
        };
        Charset other = said.equals(UTF_8) ? SHIFT_JIS : UTF_8;
        Optional<String> text = strictly(file, said);
        boolean rather = said.equals(SHIFT_JIS) && !isAscii(file) && strictly(file, UTF_8).isPresent();
        if (text.isPresent() && !rather) {
            return withoutMark(text.get());
        }
        if (rather || strictly(file, other).isPresent()) {
            throw new Unreadable(Why.ENCODING_OTHER,
                    Map.of("said", name(said), "other", name(other), "line", lineOfFirstFault(file, said)));
        }
        throw new Unreadable(Why.ENCODING_MALFORMED, Map.of("said", name(said), "line", lineOfFirstFault(file, said)));
    }

    private static String name(Charset charset) {
        return charset.equals(UTF_8) ? "UTF-8" : "Shift_JIS";
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean isAscii(byte[] file) {
        for (byte b : file) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> strictly(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(file)).toString());
        } catch (java.nio.charset.CharacterCodingException notThisOne) {
            return Optional.empty();
        }
    }

    private static int lineOfFirstFault(byte[] file, Charset charset) {
        var bytes = ByteBuffer.wrap(file);
        var characters = CharBuffer.allocate(file.length + 1);
        charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, characters, true);
        int line = 1;
        for (int at = 0; at < bytes.position(); at++) {
            if (file[at] == '\n') {
                line++;
            }
        }
        return bytes.hasRemaining() ? line : 1;
    }
}
