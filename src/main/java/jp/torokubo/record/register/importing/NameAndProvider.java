// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells where in a line of text the name of a service ends and that of its provider begins.
 *
 * <p>A Japanese company is one word with its legal form in it. A foreign one ends in its legal form; it begins where a provider
 * does that is known, or where the first word of the service comes again (Cisco Webex | Cisco Systems,Inc.), since services are
 * called after their makers. Where none of this decides, nothing is guessed.
 */
final class NameAndProvider {

    record Pair(String name, String provider) {}

    private static final Pattern JAPANESE_FORM =
            Pattern.compile("株式会社|有限会社|合同会社|合資会社|合名会社|独立行政法人|一般社団法人|一般財団法人|㈱|（株）");
    private static final Pattern FORM_ALONE = Pattern.compile("株式会社|有限会社|合同会社|㈱|（株）");
    private static final Pattern FOREIGN_FORM =
            Pattern.compile("(?i).*\\b(llc|inc|corporation|corp|ltd|limited|gmbh|ag|plc|k\\.k|b\\.v|s\\.a)\\.?");

    /** Longest first, so that a provider's whole name is found before a part of it. */
    private final Set<String> providers =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    NameAndProvider(Set<String> known) {
        providers.addAll(known);
    }

    /** Takes note of a provider that a line gives away by itself, for the lines that do not. */
    void learn(String text) {
        alone(text).ifPresent(pair -> providers.add(pair.provider()));
    }

    Optional<Pair> split(String text) {
        String plain = text.strip();
        for (String provider : providers) {
            if (plain.length() > provider.length() && plain.endsWith(provider)
                    && Character.isWhitespace(plain.charAt(plain.length() - provider.length() - 1))) {
                return Optional.of(pair(plain, plain.length() - provider.length()));
            }
        }
        return alone(plain);
    }

    private static Optional<Pair> alone(String text) {
        String plain = text.strip();
        List<Integer> starts = wordStarts(plain);
        if (starts.size() < 2) {
            return Optional.empty();
        }
        int last = starts.get(starts.size() - 1);
        String lastWord = plain.substring(last);
        if (JAPANESE_FORM.matcher(lastWord).find()) {
            boolean formAlone = FORM_ALONE.matcher(lastWord).matches();
            return formAlone && starts.size() < 3 ? Optional.empty()
                    : Optional.of(pair(plain, formAlone ? starts.get(starts.size() - 2) : last));
        }
        String before = plain.substring(starts.get(starts.size() - 2), last).strip();
        if (FORM_ALONE.matcher(before).matches() && starts.size() > 2) {
            return Optional.of(pair(plain, starts.get(starts.size() - 2)));
        }
        if (!FOREIGN_FORM.matcher(plain).matches()) {
            return Optional.empty();
        }
        String first = word(plain, 0);
        var again = IntStream.range(1, starts.size()).map(starts::get)
                .filter(start -> word(plain, start).equals(first)).boxed().toList();
        return again.size() == 1 ? Optional.of(pair(plain, again.get(0))) : Optional.empty();
    }

    /** The letters of a word, without the comma that may stand behind it. */
    private static String word(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static List<Integer> wordStarts(String text) {
        var starts = new ArrayList<Integer>();
        for (int at = 0; at < text.length(); at++) {
            boolean space = Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '　';
            boolean afterSpace = at == 0 || Character.isWhitespace(text.charAt(at - 1)) || text.charAt(at - 1) == '　';
            if (!space && afterSpace) {
                starts.add(at);
            }
        }
        return starts;
    }

    private static Pair pair(String text, int providerStart) {
        return new Pair(text.substring(0, providerStart).strip(), text.substring(providerStart).strip());
    }
}
