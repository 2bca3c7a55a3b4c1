// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.StringJoiner;
import jp.torokubo.record.register.RegisterReading.ListedService;
import org.jspecify.annotations.Nullable;

/** Addresses of one service: by its number, or by its id where it has none. */
final class ServiceAddress {

    private ServiceAddress() {}

    static String key(ListedService service) {
        var number = service.number();
        return number == null ? service.id().value().toString() : number.value();
    }

    static String of(ListedService service, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
        return "/services/" + URLEncoder.encode(key(service), StandardCharsets.UTF_8) + query(asOf, knownAt);
    }

    static String query(@Nullable LocalDate asOf, @Nullable Instant knownAt) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (asOf != null) {
            query.add("asOf=" + asOf);
        }
        if (knownAt != null) {
            query.add("knownAt=" + knownAt);
        }
        return query.toString();
    }
}
