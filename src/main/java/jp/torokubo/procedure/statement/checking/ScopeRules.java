// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.BaseService;
import jp.torokubo.procedure.statement.BaseServiceStates.State;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.ScopeFunction;
import jp.torokubo.procedure.statement.Standing;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.record.register.LegalClock;
import jp.torokubo.record.register.Status;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the scope and the services below (管理基準 2.2.2). */
final class ScopeRules {

    static final List<Rule<Checking>> ALL = List.of(
            new Rule<>("scope-nothing-inside", ScopeRules::nothingInside),
            new Rule<>("function-without-name", functions((statement, function) -> function.name().isEmpty())),
            new Rule<>("function-without-region", functions(
                    (statement, function) -> function.standing() == Standing.INSIDE && function.allRegions().isEmpty())),
            new Rule<>("function-not-decided", functions((statement, function) -> function.standing() == Standing.UNKNOWN)),
            new Rule<>("function-base-service-missing", ScopeRules::baseServiceMissing),
            new Rule<>("function-unmentioned", ScopeRules::functionUnmentioned),
            new Rule<>("region-unmentioned", ScopeRules::regionUnmentioned),
            new Rule<>("base-services-unsaid", ScopeRules::unsaid),
            new Rule<>("base-services-contradict", ScopeRules::contradict),
            new Rule<>("base-service-without-name", ScopeRules::withoutName),
            new Rule<>("base-service-not-listed", services((service, say) -> {
                if (service.registered() == null) {
                    sayOf(service, say);
                }
            })),
            new Rule<>("base-service-not-found", ScopeRules::notFound),
            new Rule<>("base-service-not-valid", states(Set.of(
                    Status.EXPIRED, Status.CANCELLED, Status.WITHDRAWN, Status.NO_LONGER_LISTED))),
            new Rule<>("base-service-suspended", states(Set.of(Status.SUSPENDED))),
            new Rule<>("base-service-state-unknown", states(Set.of(Status.UNKNOWN))),
            new Rule<>("base-service-expires-first", ScopeRules::expiresFirst),
            happened("base-version-not-disclosed"),
            happened("base-version-newer"),
            happened("base-scope-changed"));

    private interface FunctionWrong {
        boolean is(Checking statement, ScopeFunction function);
    }

    private ScopeRules() {}

    private static void nothingInside(Checking statement, Say say) {
        if (inside(statement).isEmpty()) {
            say.of(Part.SCOPE, statement.content().scope().functions().size());
        }
    }

    private static void baseServiceMissing(Checking statement, Say say) {
        var keys = statement.content().baseServices().services().stream().map(BaseService::key).collect(Collectors.toSet());
        var functions = statement.content().scope().functions();
        for (int i = 0; i < functions.size(); i++) {
            var key = functions.get(i).baseService();
            if (!key.isEmpty() && !keys.contains(key)) {
                say.ofOne(Part.SCOPE, String.valueOf(i + 1), called(i, functions.get(i)), key);
            }
        }
    }

    private static void functionUnmentioned(Checking statement, Say say) {
        var names = inside(statement).stream().map(function -> function.name().in(false)).collect(Collectors.toCollection(LinkedHashSet::new));
        var mentions = new Mentions(names);
        overview(statement).forEach(text -> read(mentions, text));
        for (var answer : statement.statement().answers().values()) {
            if (mentions.complete()) {
                break;
            }
            read(mentions, answer.reason());
            answer.realisations().forEach(realisation -> read(mentions, realisation.text()));
        }
        mentions.missing().forEach(name -> say.ofOne(Part.SCOPE, name, name));
    }

    private static void regionUnmentioned(Checking statement, Say say) {
        var texts = overview(statement);
        if (texts.stream().allMatch(Wording::isEmpty)) {
            return;
        }
        var regions = inside(statement).stream().flatMap(function -> function.allRegions().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        var mentions = new Mentions(regions);
        texts.forEach(text -> read(mentions, text));
        mentions.missing().forEach(region -> say.ofOne(Part.OVERVIEW, region, region));
    }

    private static void unsaid(Checking statement, Say say) {
        var below = statement.content().baseServices();
        if (!below.none() && below.services().isEmpty()) {
            say.of(Part.BASE_SERVICES);
        }
    }

    private static void contradict(Checking statement, Say say) {
        var below = statement.content().baseServices();
        if (below.none() && !below.services().isEmpty()) {
            say.of(Part.BASE_SERVICES, below.services().size());
        }
    }

    private static void withoutName(Checking statement, Say say) {
        var services = statement.content().baseServices().services();
        for (int i = 0; i < services.size(); i++) {
            if (services.get(i).name().isEmpty()) {
                say.ofOne(Part.BASE_SERVICES, services.get(i).key(), i + 1);
            }
        }
    }

    private static void notFound(Checking statement, Say say) {
        for (var service : statement.content().baseServices().services()) {
            if (service.registered() != null && state(statement, service) == null) {
                sayOf(service, say);
            }
        }
    }

    /** A registration that is being renewed outlasts its day. */
    private static void expiresFirst(Checking statement, Say say) {
        var end = statement.content().period().until();
        if (end == null) {
            return;
        }
        var ours = LegalClock.answer(end).lastValidDay();
        for (var service : statement.content().baseServices().services()) {
            var state = state(statement, service);
            if (state != null && state.lastValidDay() != null && state.lastValidDay().isBefore(ours)
                    && (state.status() == Status.REGISTERED || state.status() == Status.SUSPENDED)) {
                say.ofOne(Part.BASE_SERVICES, service.key(), service.name().in(false), state.lastValidDay(), ours);
            }
        }
    }

    /** Speaks of what has happened below that is called as the rule is. */
    private static Rule<Checking> happened(String rule) {
        return new Rule<>(rule, (statement, say) -> services((service, one) -> statement.surroundings().below().stream()
                .filter(below -> below.rule().equals(rule) && below.key().equals(service.key()))
                .forEach(below -> one.ofOne(
                        Part.BASE_SERVICES, service.key(), service.name().in(false), below.what(),
                        below.since() == null ? "－" : below.since()))).accept(statement, say));
    }

    private static BiConsumer<Checking, Say> functions(FunctionWrong wrong) {
        return (statement, say) -> {
            var functions = statement.content().scope().functions();
            for (int i = 0; i < functions.size(); i++) {
                if (wrong.is(statement, functions.get(i))) {
                    say.ofOne(Part.SCOPE, String.valueOf(i + 1), called(i, functions.get(i)));
                }
            }
        };
    }

    private static BiConsumer<Checking, Say> services(BiConsumer<BaseService, Say> look) {
        return (statement, say) -> statement.content().baseServices().services().forEach(service -> look.accept(service, say));
    }

    private static BiConsumer<Checking, Say> states(Set<Status> wrong) {
        return (statement, say) -> {
            for (var service : statement.content().baseServices().services()) {
                var state = state(statement, service);
                if (state != null && wrong.contains(state.status())) {
                    sayOf(service, say);
                }
            }
        };
    }

    private static void sayOf(BaseService service, Say say) {
        say.ofOne(Part.BASE_SERVICES, service.key(), service.name().in(false));
    }

    private static @Nullable State state(Checking statement, BaseService service) {
        return service.registered() == null ? null
                : statement.surroundings().register().on(service.registered(), statement.surroundings().today()).orElse(null);
    }

    private static List<ScopeFunction> inside(Checking statement) {
        return statement.content().scope().functions().stream().filter(function -> function.standing() == Standing.INSIDE).toList();
    }

    private static List<Wording> overview(Checking statement) {
        var overview = statement.content().overview();
        return List.of(overview.company(), overview.service(), overview.architecture(), overview.controls(), overview.population());
    }

    private static void read(Mentions mentions, Wording text) {
        mentions.read(text.ja());
        mentions.read(text.en());
    }

    /** By its name, or where it has none by its place. */
    private static String called(int index, ScopeFunction function) {
        return function.name().isEmpty() ? "(" + (index + 1) + ")" : function.name().in(false);
    }
}
