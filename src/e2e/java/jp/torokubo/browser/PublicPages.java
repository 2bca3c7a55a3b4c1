// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import java.util.List;
import java.util.stream.Stream;

/** Every page that the public can see, in both languages, with the states that look different. */
final class PublicPages {

    /** Addresses without their language. */
    static final List<String> ADDRESSES = List.of(
            "/",
            "/services",
            "/services?asOf=2021-09-13",
            "/services?asOf=2021-06-22&q=%E6%97%A5%E7%AB%8B",
            "/services?asOf=2021-09-13&q=nosuchservice",
            "/services?asOf=2021-02-30",
            "/services/C21-0004-2",
            "/services/C21-0001-2?asOf=2021-09-13",
            "/services/C21-0004-2/history",
            "/services/C21-0004-2/diff?from=2021-03-11&to=2021-03-12",
            "/services/C99-9999-2",
            "/calendar",
            "/stats",
            "/changes",
            "/data",
            "/data/dictionary",
            "/data/quality",
            "/api",
            "/criteria",
            "/criteria/2024-07",
            "/criteria/2024-07?suffix=PB&q=%E5%88%A9%E7%94%A8",
            "/criteria/2024-07?q=6.1.3.4",
            "/criteria/2024-07?no=99",
            "/criteria/2024-07/9.2.3",
            "/criteria/2024-07/9.2.3.11.PB",
            "/criteria/2024-07/9.2.3.1",
            "/criteria/2024-07/6.1.3.4",
            "/criteria/diff",
            "/rulebook",
            "/rulebook/bodies",
            "/rulebook/terms",
            "/rulebook/periods",
            "/rulebook/low-impact",
            "/rulebook/basic-framework",
            "/rulebook/basic-framework/comparison",
            "/changes?of=rulebook",
            "/glossary",
            "/help",
            "/accessibility",
            "/about",
            "/no-such-page",
            "/sign-in");

    private PublicPages() {}

    static Stream<String> inBothLanguages() {
        return ADDRESSES.stream().flatMap(address -> Stream.of(address, "/en" + (address.equals("/") ? "/" : address)));
    }
}
