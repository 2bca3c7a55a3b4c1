// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers public questions about the register from bytes made before, as long as the register and the civil day are the same.
 *
 * <p>An answer follows from the address, the kind asked for, what had been recorded, and the day: so much is the key, and nothing kept under
 * it is ever out of date. Kept are the bytes plain and compressed and a strong tag of each; a hit asks no database and makes no JSON.
 */
final class AnswersKept implements Filter {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final long MOST_BYTES = 64L << 20;
    private static final int LARGEST = 4 << 20;
    private static final int LONGEST_QUERY = 1_000;

    private record Key(String path, @Nullable String query, boolean csv, RegisterPulse.Beat beat) {}

    private final RegisterPulse pulse;
    private final Cache<Key, KeptAnswer> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, KeptAnswer answer) -> answer.weight() + 200)
            .build();

    AnswersKept(RegisterPulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain) throws IOException, ServletException {
        var request = (HttpServletRequest) asked;
        var response = (HttpServletResponse) answered;
        var get = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!get || !isKept(request.getRequestURI()) || !isAskedByAddress(request)) {
            chain.doFilter(request, response);
            return;
        }
        var key = new Key(request.getRequestURI(), request.getQueryString(), wantsCsv(request), pulse.now());
        var answer = kept.getIfPresent(key);
        if (answer == null) {
            answer = made(request, response, chain);
            if (answer == null) {
                return;
            }
            if (answer.weight() <= LARGEST) {
                kept.put(key, answer);
            }
        }
        answer.send(request, response);
    }

    /** Whether the address says everything that is asked: no parameter came by another way, and it is not one of the endless ones. */
    private static boolean isAskedByAddress(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getParameterMap().isEmpty() : query.length() <= LONGEST_QUERY;
    }

    private static boolean isKept(String path) {
        return path.startsWith("/api/v1/services") || path.equals("/feeds/register.atom") || path.equals("/calendar/days.ics");
    }

    /** Has the answer made; null where it was no plain success, and has been sent as it is. */
    private static @Nullable KeptAnswer made(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (held.getStatus() != HttpServletResponse.SC_OK || held.getContentType() == null) {
            held.copyBodyToResponse();
            return null;
        }
        return KeptAnswer.of(held.getContentAsByteArray(), held.getContentType(), held.getHeader("Link"));
    }

    /** Whether CSV is asked for rather than JSON. */
    static boolean wantsCsv(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        if (accept == null) {
            return false;
        }
        if (!accept.contains("text/csv")) {
            return false;
        }
        try {
            var kinds = MediaType.parseMediaTypes(accept);
            var csv = weight(kinds, CSV);
            var json = weight(kinds, MediaType.APPLICATION_JSON);
            return csv > json || csv == json && csv > 0 && place(kinds, CSV) < place(kinds, MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    /** How much a kind is wanted: what names it says it, not what names all kinds; 0 where it is not wanted. */
    private static double weight(List<MediaType> kinds, MediaType kind) {
        return kinds.stream().filter(kind::equalsTypeAndSubtype).mapToDouble(MediaType::getQualityValue).findFirst().orElse(0);
    }

    private static int place(List<MediaType> kinds, MediaType kind) {
        return IntStream.range(0, kinds.size()).filter(at -> kind.equalsTypeAndSubtype(kinds.get(at))).findFirst().orElse(kinds.size());
    }
}
