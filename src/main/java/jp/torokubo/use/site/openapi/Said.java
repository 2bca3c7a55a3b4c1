// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.openapi;

import java.util.regex.Pattern;

/**
 * A text of the API's document in its two languages. The document says both in one line, Japanese first: {@code 登録日。Day of
 * registration.} or {@code 1つのサービス / One service}. What is said in one language alone stands for both.
 */
public record Said(String japanese, String english) {

    private static final String NOT_JAPANESE = "[^\\u3000-\\u9fff\\uff00-\\uffef]+";
    private static final Pattern BOTH = Pattern.compile(
            "(?<ja>.*。)\\s*(?<en>" + NOT_JAPANESE + ")|(?<before>.*\\S)\\s+/\\s+(?<after>" + NOT_JAPANESE + ")", Pattern.DOTALL);

    static Said of(String text) {
        var both = BOTH.matcher(text.strip());
        if (!both.matches()) {
            return new Said(text.strip(), text.strip());
        }
        return both.group("ja") != null
                ? new Said(both.group("ja"), both.group("en").strip())
                : new Said(both.group("before"), both.group("after").strip());
    }

    public String in(boolean english) {
        return english ? english() : japanese();
    }

    public boolean isEmpty() {
        return japanese.isEmpty();
    }
}
