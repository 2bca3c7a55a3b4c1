// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.time.LocalDate;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Kinds as a module of an upper floor would name them; their words stand in {@code messages/tried_ja} and {@code _en}. */
@TestConfiguration(proxyBeanMethods = false)
public class TriedKinds {

    public static final String QUESTION = "tried.question";
    public static final String REPORT = "tried.report";
    public static final String DECIDED = "tried.decided";

    @Bean
    DeskKind questions() {
        return new DeskKind(QUESTION, "tried.question");
    }

    @Bean
    DeskKind reports() {
        return new DeskKind(REPORT, "tried.report");
    }

    @Bean
    DeskKind decisions() {
        return new DeskKind(DECIDED, "tried.decided");
    }

    /** What a task of a person looks like. */
    public static Task question(Actor person, String id, @Nullable LocalDate due) {
        return new Task(
                QUESTION, Subject.of("tried.subject", id), new Place("/desk/tasks?after=" + id),
                new Audience.OnePerson(person.person(), person.organisation()), null, due);
    }

    public static Task reportOf(Caller role, String id, @Nullable LocalDate due) {
        return new Task(
                REPORT, Subject.of("tried.subject", id), new Place("/desk/tasks?after=" + id), new Audience.Holders(role, OrganisationId.OPERATOR), null,
                due);
    }

    public static Message decided(PersonId person, String id) {
        return new Message(DECIDED, Subject.of("tried.subject", id), new Place("/desk/messages?after=" + id), person, null);
    }
}
