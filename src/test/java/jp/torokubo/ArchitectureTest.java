// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.torokubo.ground.commands.Writes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.modulith.core.ApplicationModules;

/** How the house is built. */
class ArchitectureTest {

    private static final JavaClasses program = imported(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);

    @Test
    void modulesUseOneAnotherOnlyThroughTheirRoots() {
        ApplicationModules.of(Torokubo.class).verify();
    }

    @ParameterizedTest
    @EnumSource(HouseRule.class)
    void theProgramKeeps(HouseRule rule) {
        rule.rule().allowEmptyShould(true).check(program);
    }

    @ParameterizedTest
    @EnumSource(HouseRule.class)
    void aClassThatBreaksTheRuleIsFound(HouseRule rule) {
        var broken = new ClassFileImporter().importClasses(rule.broken());

        assertThatThrownBy(() -> rule.rule().check(broken)).isInstanceOf(AssertionError.class);
    }

    @Test
    void everyUseCaseThatWritesIsTriedWithEachOfItsCallsFailing() {
        assertThat(withoutARow(program)).as("use cases named by no @NthFailureOf").isEmpty();
    }

    @Test
    void aUseCaseThatNobodyTriesIsFound() {
        assertThat(withoutARow(new ClassFileImporter().importClasses(brokenhouse.WritesUntried.class)))
                .containsExactly(brokenhouse.WritesUntried.class.getName());
    }

    private static Set<String> withoutARow(JavaClasses classes) {
        var missing = classes.stream()
                .filter(type -> type.isAnnotatedWith(Writes.class))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(tried());
        return missing;
    }

    private static Set<String> tried() {
        return imported(ImportOption.Predefined.ONLY_INCLUDE_TESTS).stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(NthFailureOf.class))
                .flatMap(method -> Arrays.stream(
                        method.reflect().getAnnotation(NthFailureOf.class).value()))
                .map(Class::getName)
                .collect(Collectors.toSet());
    }

    private static JavaClasses imported(ImportOption which) {
        return new ClassFileImporter().withImportOption(which).importPackages("jp.torokubo");
    }
}
