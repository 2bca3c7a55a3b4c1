// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import sun.reflect.ReflectionFactory;

class RefusalWordsTest {

    private final RefusalWords words = new RefusalWords();

    @Test
    void everyRefusalOfTheProgramHasAStatusAndWordsInBothLanguages() throws Exception {
        var codes = codesOfTheProgram();

        assertThat(codes).hasSizeGreaterThan(10);
        assertThat(words.codes()).containsAll(codes);
    }

    @Test
    void factsStandWhereTheWordsNameThemAndInTheWordsLanguage() {
        var said = words.of(new Sample("pages.malformed-parameter", Map.of("name", "asOf", "value", LocalDate.of(2021, 3, 12))));

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.japanese()).contains("「asOf」").contains("2021年3月12日");
        assertThat(said.english()).contains("\"asOf\"").contains("12 March 2021");
    }

    @Test
    void aFactThatIsItselfAWordMayDifferInEnglish() {
        var said = words.of(new Sample("pages.malformed-parameter", Map.of("name", "登録日", "name_en", "day", "value", "x")));

        assertThat(said.japanese()).contains("登録日");
        assertThat(said.english()).contains("\"day\"").doesNotContain("登録日");
    }

    private record Sample(String code, Map<String, Object> facts) implements Refusal {}

    private static List<String> codesOfTheProgram() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(org.springframework.beans.factory.annotation.AnnotatedBeanDefinition found) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        var codes = new ArrayList<String>();
        for (var found : scanner.findCandidateComponents("jp.torokubo")) {
            var type = Class.forName(found.getBeanClassName());
            if (isOfTheProgram(type)) {
                // one that was read back from where it is kept has its code from the refusal it was: that one is looked at itself
                blanks(type).stream().map(Refusal::code).filter(Objects::nonNull).forEach(codes::add);
            }
        }
        return codes;
    }

    private static boolean isOfTheProgram(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && type.getProtectionDomain().getCodeSource().getLocation().getPath().contains("/classes/");
    }

    /**
     * Instances without values, for a code does not depend on the facts; where a refusal carries an enumeration of what can be
     * wrong, one for each.
     */
    private static List<Refusal> blanks(Class<?> type) throws Exception {
        if (type.isEnum()) {
            return List.of((Refusal[]) type.getEnumConstants());
        }
        if (type.isRecord()) {
            for (int place = 0; place < type.getRecordComponents().length; place++) {
                if (type.getRecordComponents()[place].getType().isEnum()) {
                    return oneForEachConstant(type, place);
                }
            }
        }
        var constructor = ReflectionFactory.getReflectionFactory()
                .newConstructorForSerialization(type, Object.class.getDeclaredConstructor());
        return List.of((Refusal) constructor.newInstance());
    }

    private static List<Refusal> oneForEachConstant(Class<?> type, int place) throws Exception {
        var components = type.getRecordComponents();
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        var refusals = new ArrayList<Refusal>();
        for (var constant : components[place].getType().getEnumConstants()) {
            var values = new Object[components.length];
            values[place] = constant;
            refusals.add((Refusal) constructor.newInstance(values));
        }
        return refusals;
    }
}
