// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jp.torokubo.ground.identity.Admits;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A handler that nobody has thought about must not go out. */
class HandlersTest {

    private static final DescribedPredicate<JavaMethod> HANDLE_REQUESTS =
            DescribedPredicate.describe("handle requests", method -> method.isMetaAnnotatedWith(RequestMapping.class));

    private static final ArchCondition<JavaMethod> SAY_WHO_MAY_CALL_THEM =
            new ArchCondition<>("say who may call them") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    var says = method.isAnnotatedWith(Admits.class) || method.getOwner().isAnnotatedWith(Admits.class);
                    events.add(new SimpleConditionEvent(method, says, method.getFullName() + " carries no @Admits"));
                }
            };

    static final ArchRule EVERY_HANDLER_SAYS_WHO_MAY_CALL_IT = methods()
            .that(HANDLE_REQUESTS)
            .should(SAY_WHO_MAY_CALL_THEM)
            .because("a page or an answer that everybody can reach by mistake is a leak")
            .allowEmptyShould(true);

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        EVERY_HANDLER_SAYS_WHO_MAY_CALL_IT.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("jp.torokubo"));
    }

    @Test
    void aHandlerThatSaysNothingIsFound() {
        var forgetful = new ClassFileImporter().importClasses(Forgetful.class);

        assertThatThrownBy(() -> EVERY_HANDLER_SAYS_WHO_MAY_CALL_IT.check(forgetful))
                .hasMessageContaining("Forgetful.everything() carries no @Admits");
    }

    private static final class Forgetful {
        @GetMapping("/everything")
        String everything() {
            return "";
        }
    }
}
