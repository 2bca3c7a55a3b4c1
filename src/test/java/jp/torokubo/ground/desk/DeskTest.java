// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import jp.torokubo.ground.desk.mail.MailTest;
import jp.torokubo.ground.desk.store.Tasks;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.IllegalTransactionStateException;

/** What waits for whom. */
class DeskTest extends MailTest {

    @Autowired Tasks tasks;

    @Test
    void whatIsOverdueComesFirstAndWhatHasNoDayLast() {
        var hanako = person("山田 花子");
        ask(hanako, "none", null);
        ask(hanako, "far", LocalDate.of(2026, 12, 5));
        ask(hanako, "overdue", LocalDate.of(2026, 11, 20));
        ask(hanako, "today", LocalDate.of(2026, 11, 21));

        assertThat(waiting(hanako)).containsExactly("overdue", "today", "far", "none");
        Tasks.Count count = as(hanako, reach -> tasks.count(reach, LocalDate.of(2026, 11, 21)));
        assertThat(count).isEqualTo(new Tasks.Count(4, 1));
    }

    @Test
    void aListIsReadOnFromAnyPlaceWithoutGapsOrRepetitions() {
        var hanako = person("山田 花子");
        for (var n = 0; n < 7; n++) {
            ask(hanako, "T" + n, n % 3 == 0 ? null : LocalDate.of(2026, 12, 1 + n % 2));
        }
        var all = waiting(hanako);
        for (var place = 0; place < 7; place++) {
            var at = place;
            var last = as(hanako, reach -> tasks.waitingFor(reach, null, 7)).get(at);
            var rest = as(hanako, reach -> tasks.waitingFor(reach, new Tasks.Position(last.due(), last.askedAt(), last.id()), 7));
            assertThat(rest.stream().map(task -> task.subject().ids().get(0))).isEqualTo(all.subList(place + 1, 7));
        }
    }

    @Test
    void aTaskIsSeenByThoseItIsForAndByNobodyElse() {
        var hanako = person("山田 花子");
        var taro = person("佐藤 太郎");
        ask(hanako, "hers", null);
        inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.reportOf(Caller.OPERATOR, "both", null)));

        assertThat(waiting(hanako)).containsExactlyInAnyOrder("hers", "both");
        assertThat(waiting(taro)).containsExactly("both");
    }

    @Test
    void aTaskThatHasEndedRefusesEveryMove() {
        var hanako = person("山田 花子");
        var done = ask(hanako, "1", null);
        var withdrawn = ask(hanako, "2", null);
        assertThat(inTransaction(() -> desk.setDue(hanako, done, LocalDate.of(2026, 12, 5)))).isEmpty();
        assertThat(inTransaction(() -> desk.done(hanako, done))).isEmpty();
        assertThat(inTransaction(() -> desk.withdraw(hanako, withdrawn))).isEmpty();

        for (var ended : new TaskId[] {done, withdrawn}) {
            var state = ended == done ? TaskState.DONE : TaskState.WITHDRAWN;
            assertThat(inTransaction(() -> desk.done(hanako, ended))).contains(new DeskRefusal.TaskEnded(state));
            assertThat(inTransaction(() -> desk.withdraw(hanako, ended))).contains(new DeskRefusal.TaskEnded(state));
            assertThat(inTransaction(() -> desk.setDue(hanako, ended, null))).contains(new DeskRefusal.TaskEnded(state));
        }
        assertThat(asProgram(() -> jdbc.sql("select ended_by from desk.task").query(java.util.UUID.class).list())).containsOnly(hanako.person().value());
        assertThat(waiting(hanako)).isEmpty();
    }

    @Test
    void ofManyWhoEndATaskAtOnceOneDoes() throws Exception {
        var hanako = person("山田 花子");
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (var round = 0; round < 10; round++) {
                var task = ask(hanako, "R" + round, null);
                var ended = threads.invokeAll(IntStream.range(0, 4)
                        .<Callable<Boolean>>mapToObj(n -> () -> inTransaction(() -> desk.done(hanako, task)).isEmpty())
                        .toList());
                var winners = 0;
                for (var one : ended) {
                    winners += one.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aModuleFindsTheOpenTasksAboutItsSubject() {
        var hanako = person("山田 花子");
        var first = ask(hanako, "A", null);
        var second = ask(hanako, "A", null);
        ask(hanako, "B", null);
        inTransaction(() -> desk.done(hanako, first));

        assertThat(inTransaction(() -> desk.open(hanako, TriedKinds.QUESTION, Subject.of("tried.subject", "A")))).containsExactly(second);
    }

    @Test
    void nothingIsHandedOverOutsideTheTransactionOfADeed() {
        var hanako = person("山田 花子");

        assertThatThrownBy(() -> desk.tell(hanako, TriedKinds.decided(hanako.person(), "1")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aKindThatNoModuleNamesIsNotTaken() {
        var hanako = person("山田 花子");
        var message = new Message("tried.unheard-of", Subject.of("tried.subject", "1"), new Place("/desk"), hanako.person(), null);

        assertThatThrownBy(() -> transaction.executeWithoutResult(open -> desk.tell(hanako, message)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"非公開の文章", "two words", "a\nb", "", "<b>", "x'"})
    void thereIsNoRoomForWordsInASubject(String text) {
        assertThatThrownBy(() -> Subject.of("tried.subject", text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "desk", "/desk/../x", "/desk//evil", "/\\evil", "/desk?q=仕事", "/", "/a\nb"})
    void aPlaceIsAPageOfTheProgram(String href) {
        assertThatThrownBy(() -> new Place(href)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTableItselfTakesNoWords() {
        var hanako = person("山田 花子");
        ask(hanako, "1", null);

        assertThatThrownBy(() -> asProgram(() -> jdbc.sql("update desk.task set subject_ids = '非公開'").update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private TaskId ask(Actor person, String id, LocalDate due) {
        return inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.question(person, id, due)));
    }

    private java.util.List<String> waiting(Actor person) {
        return as(person, reach -> tasks.waitingFor(reach, null, 50)).stream().map(task -> task.subject().ids().get(0)).toList();
    }

    private <T> T as(Actor actor, Function<Reach, T> asked) {
        return inTransaction(() -> asked.apply(walls.enter(actor)));
    }
}
