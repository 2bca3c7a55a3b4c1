// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a task or a message is about: words by their key, and ids to put into them. There is no room in it for anything that somebody has
 * written, so that nothing confidential can reach the desk's rows.
 *
 * @param key of the words, for example {@code register.desk.subject.import}, with {@code {0}} for the first id
 * @param ids numbers, codes and ids as machines write them
 */
public record Subject(String key, List<String> ids) {

    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z0-9-]+)+");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public Subject {
        ids = List.copyOf(ids);
        if (!KEY.matcher(key).matches() || !ids.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw new IllegalArgumentException("a subject is a key of words and ids, nothing else");
        }
    }

    public static Subject of(String key, String... ids) {
        return new Subject(key, List.of(ids));
    }
}
