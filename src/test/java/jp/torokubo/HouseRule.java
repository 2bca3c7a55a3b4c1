// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Admits;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

/** What holds for every class of the program, and for each rule a class outside it that breaks it. */
enum HouseRule {
    SQL_STANDS_IN_STORES_ONLY(
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..store..", "jp.torokubo.ground.database..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..")
                    .because("whoever looks for what is asked of the database looks in store packages"),
            brokenhouse.AsksTheDatabase.class),

    THERE_IS_ONE_CLOCK(
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(Torokubo.class)
                    .should()
                    .accessTargetWhere(asksTheSystemForTheTime())
                    .because("what depends on the time must be tried at any time: inject java.time.InstantSource"),
            brokenhouse.LooksAtTheWall.class),

    EVERY_HANDLER_SAYS_WHO_MAY_CALL_IT(
            methods()
                    .that()
                    .areAnnotatedWith(RequestMapping.class)
                    .or()
                    .areMetaAnnotatedWith(RequestMapping.class)
                    .should(sayWhomTheyAdmit())
                    .because("a handler that says nothing would be open to somebody nobody thought of"),
            brokenhouse.AdmitsNobodyKnowsWhom.class),

    WHOEVER_WRITES_SAYS_SO(
            classes()
                    .that(write())
                    .should(beAnnotatedWith(Writes.class))
                    .because("each writing use case is tried with every call to the database failing"),
            brokenhouse.WritesInSilence.class);

    private final ArchRule rule;
    private final Class<?> broken;

    HouseRule(ArchRule rule, Class<?> broken) {
        this.rule = rule;
        this.broken = broken;
    }

    ArchRule rule() {
        return rule;
    }

    /** A class that breaks this rule and no other. */
    Class<?> broken() {
        return broken;
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheSystemForTheTime() {
        return DescribedPredicate.describe("asks the system for the time", access -> {
            var target = access.getTarget();
            return isNow(target) || isSystemClock(target) || isLegacyNow(target);
        });
    }

    private static boolean isNow(AccessTarget target) {
        return target.getName().equals("now") && target.getOwner().getPackageName().startsWith("java.time");
    }

    private static boolean isSystemClock(AccessTarget target) {
        return target.getName().startsWith("system")
                && Set.of(Clock.class.getName(), InstantSource.class.getName()).contains(target.getOwner().getName());
    }

    private static boolean isLegacyNow(AccessTarget target) {
        var owner = target.getOwner();
        return owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis")
                || owner.isEquivalentTo(Calendar.class) && target.getName().equals("getInstance")
                || owner.isEquivalentTo(Date.class)
                        && target instanceof AccessTarget.ConstructorCallTarget made
                        && made.getRawParameterTypes().isEmpty();
    }

    private static ArchCondition<JavaMethod> sayWhomTheyAdmit() {
        return new ArchCondition<>("carry @Admits, or their class does") {
            @Override
            public void check(JavaMethod handler, ConditionEvents events) {
                var says = handler.isAnnotatedWith(Admits.class) || handler.getOwner().isAnnotatedWith(Admits.class);
                events.add(new SimpleConditionEvent(handler, says, handler.getFullName() + " carries no @Admits"));
            }
        };
    }

    private static DescribedPredicate<JavaClass> write() {
        return DescribedPredicate.describe(
                "answer a command once, or handle one in a transaction that writes",
                type -> answersOnce(type) || type.getMethods().stream().anyMatch(HouseRule::handlesInAWritingTransaction));
    }

    private static boolean answersOnce(JavaClass type) {
        return type.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().isEquivalentTo(Once.class));
    }

    private static boolean handlesInAWritingTransaction(JavaMethod method) {
        if (!method.getName().equals("handle")) {
            return false;
        }
        var transaction = method.tryGetAnnotationOfType(Transactional.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(Transactional.class));
        return transaction.filter(found -> !found.readOnly()).isPresent();
    }
}
