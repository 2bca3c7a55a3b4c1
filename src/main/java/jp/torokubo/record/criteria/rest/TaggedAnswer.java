// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** Sends JSON with a tag that names its content, or 304 to who has it. The tag is weak, since the server may compress the bytes. */
final class TaggedAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TaggedAnswer() {}

    static void send(Object answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var bytes = JSON.writeValueAsBytes(answer);
        response.setHeader("Cache-Control", "public, no-cache");
        if (new ServletWebRequest(request, response).checkNotModified("W/\"" + tag(bytes) + '"')) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(bytes);
    }

    private static String tag(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
