// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.torokubo.Everywhere;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Everywhere
    void keysAreOrderedByTheirUtf16UnitsAsTheStandardShows() {
        var keys = Map.of("\u20ac", "Euro Sign", "\ufb33", "Hebrew Letter Dalet With Dagesh", "1", "One", "\ud83d\ude00", "Emoji: Grinning Face", "\u00f6",
                "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.write(keys)).isEqualTo("{\"1\":\"One\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Everywhere
    void eachKindOfValueHasOneForm() {
        assertThat(CanonicalJson.write(Arrays.asList(null, true, false, 0L, -1, 9_007_199_254_740_991L, "", List.of(), Map.of())))
                .isEqualTo("[null,true,false,0,-1,9007199254740991,\"\",[],{}]");
        assertThat(CanonicalJson.write("a\"b\\c\n\t/é 登録簿 𠮷 \u2028")).isEqualTo("\"a\\\"b\\\\c\\n\\t/é 登録簿 𠮷 \u2028\"");
    }

    @Test
    void whatHasNoCanonicalFormIsRefusedAndThePlaceNamed() {
        for (var refused : new Object[] {
            1.5, 1.0f, Double.NaN, new java.math.BigDecimal("1"), 9_007_199_254_740_992L, -9_007_199_254_740_992L, 'c', java.time.LocalDate.EPOCH,
            new String[0], "a\u0000", "a\r", "a\u007f", "a\u0085", "\ud842", "\udfb7\ud842", "x\ud842"
        }) {
            assertThatThrownBy(() -> CanonicalJson.write(Map.of("a", List.of(0, refused))))
                    .as("%s", refused)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("$.a[1]");
        }
        assertThatThrownBy(() -> CanonicalJson.write(Map.of(1, "a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(Map.of("a\rb", "a"))).isInstanceOf(IllegalArgumentException.class);
        var nested = new ArrayList<Object>();
        nested.add(nested);
        assertThatThrownBy(() -> CanonicalJson.write(nested)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nested");
    }

    @Test
    void composedAndDecomposedAreDifferentEntries() {
        assertThat(CanonicalJson.write("が")).isNotEqualTo(CanonicalJson.write("か\u3099"));
        assertThat(CanonicalJson.write("\uFA19")).isEqualTo("\"\uFA19\"");
    }

    @Test
    void onlyTheCanonicalFormIsRead() {
        assertThat(CanonicalJson.read("{\"a\":1,\"b\":null}")).isEqualTo(withNull());
        for (var other : List.of("{\"b\":null,\"a\":1}", "{ \"a\":1}", "{\"a\":1.0}", "{\"a\":01}", "{\"a\":\"\\u0061\"}", "[]", "{\"a\":1,\"a\":1}", "")) {
            assertThatThrownBy(() -> CanonicalJson.read(other)).as(other).isInstanceOf(RuntimeException.class);
        }
    }

    @Property
    void theOrderInWhichMembersCameDoesNotMatter(@ForAll("objects") Map<String, Object> object, @ForAll long seed) {
        var keys = new ArrayList<>(object.keySet());
        Collections.shuffle(keys, new Random(seed));
        var shuffled = new LinkedHashMap<String, Object>();
        keys.forEach(key -> shuffled.put(key, object.get(key)));

        assertThat(CanonicalJson.write(shuffled)).isEqualTo(CanonicalJson.write(object));
    }

    @Property
    void whatWasWrittenIsReadBack(@ForAll("objects") Map<String, Object> object) {
        assertThat(CanonicalJson.read(CanonicalJson.write(object))).isEqualTo(object);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        var text = Arbitraries.of("", "a", "B", "登録", "\"", "\\", "\n", "𠮷", "\uFB33", "か\u3099").list().ofMaxSize(4).map(parts -> String.join("", parts));
        var leaf = Arbitraries.<Object>oneOf(
                text.asGeneric(), Arbitraries.longs().between(-(1L << 53) + 1, (1L << 53) - 1).asGeneric(), Arbitraries.of(true, false).asGeneric());
        Arbitrary<Object> value = Arbitraries.oneOf(leaf, leaf.list().ofMaxSize(3).asGeneric(), Arbitraries.maps(text, leaf).ofMaxSize(3).asGeneric());
        return Arbitraries.maps(text, value).ofMaxSize(6);
    }

    private static Map<String, Object> withNull() {
        var map = new HashMap<String, Object>();
        map.put("a", 1L);
        map.put("b", null);
        return map;
    }
}
