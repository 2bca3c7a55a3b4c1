// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TooLargeAtTheDoorTest {

    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void anUploadMayHaveTwentyOneMegabytesAndNotOneByteMore() throws Exception {
        assertThat(answer("multipart/form-data; boundary=x", 21 * MEGABYTE, false)).isEqualTo(200);
        assertThat(answer("multipart/form-data; boundary=x", 21 * MEGABYTE + 1, false)).isEqualTo(413);
        assertThat(answer("multipart/form-data; boundary=x", -1, true)).as("the reader of uploads counts").isEqualTo(200);
    }

    @Test
    void whatIsNoUploadMayHaveTwoMegabytesAndMustSayHowMany() throws Exception {
        assertThat(answer("application/json", 2 * MEGABYTE, false)).isEqualTo(200);
        assertThat(answer("application/json", 2 * MEGABYTE + 1, false)).isEqualTo(413);
        assertThat(answer("application/json", -1, true)).isEqualTo(413);
        assertThat(answer(null, -1, true)).isEqualTo(413);
        assertThat(answer(null, -1, false)).as("nothing is sent").isEqualTo(200);
    }

    private static int answer(@Nullable String type, long bytes, boolean inPieces) throws Exception {
        var request = new MockHttpServletRequest("POST", "/sign-in/passkey") {
            @Override
            public long getContentLengthLong() {
                return bytes;
            }
        };
        request.setContentType(type);
        if (inPieces) {
            request.addHeader("Transfer-Encoding", "chunked");
        }
        var response = new MockHttpServletResponse();
        new TooLargeAtTheDoor().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
