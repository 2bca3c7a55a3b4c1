// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.Colleague;
import org.jspecify.annotations.Nullable;

/**
 * How a workbook speaks of those who own rows: by their names, since a workbook goes through many hands and logins are nobody's but their
 * own. People of one name have the end of their identifier behind it.
 */
public final class Owners {

    /** His department in brackets, and how one addresses him. */
    private static final Pattern BESIDE_A_NAME = Pattern.compile("\\s*(様|さん|氏|殿)?\\s*([（(\\[][^（()）\\]\\[]*[）)\\]])?$");
    private static final String LEFT = "（割り当てを外れた人）";
    private static final String LEFT_IN_ENGLISH = "(no longer assigned)";

    private final TreeMap<String, String> byLogin = new TreeMap<>();

    /** @param colleagues who can own rows now */
    public Owners(Collection<Colleague> colleagues) {
        var named = colleagues.stream().collect(Collectors.groupingBy(one -> folded(one.name())));
        colleagues.forEach(one -> byLogin.put(
                one.login(), named.get(folded(one.name())).size() == 1 ? one.name().strip() : one.name().strip() + "#" + tag(one)));
    }

    /** The logins of those who can be owners, as the rules of rows want them. */
    public Set<String> logins() {
        return byLogin.keySet();
    }

    List<String> names() {
        return byLogin.values().stream().sorted().toList();
    }

    /** What is written for an owner; whoever has left is not named, and stays the owner if nobody else is written. */
    public String written(String login, boolean english) {
        return login.isEmpty() ? "" : byLogin.getOrDefault(login, english ? LEFT_IN_ENGLISH : LEFT);
    }

    /**
     * The login somebody means; what he wrote where it is nobody's, so that the rules refuse it with his words.
     *
     * @param said null where the workbook does not speak of owners
     * @param before of the row
     */
    String login(@Nullable String said, String before) {
        if (said == null || !before.isEmpty() && !byLogin.containsKey(before) && stands(said)) {
            return before;
        }
        if (said.isEmpty() || byLogin.containsKey(said)) {
            return said;
        }
        return meant(said).or(() -> meant(BESIDE_A_NAME.matcher(said.strip()).replaceFirst(""))).orElse(said);
    }

    private Optional<String> meant(String said) {
        var meant = byLogin.entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase(said) || folded(one.getValue()).equals(folded(said))).toList();
        return meant.size() == 1 ? Optional.of(meant.get(0).getKey()) : Optional.empty();
    }

    private static boolean stands(String said) {
        return folded(said).equals(folded(LEFT)) || folded(said).equals(folded(LEFT_IN_ENGLISH));
    }

    private static String tag(Colleague one) {
        var id = one.id().value().toString();
        return id.substring(id.length() - 4);
    }

    /** Names as people type them: with a space or without, in full width or not. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
