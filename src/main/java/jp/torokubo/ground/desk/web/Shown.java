// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.desk.DeskKinds;
import jp.torokubo.ground.desk.KeptDays;
import jp.torokubo.ground.desk.Subject;
import jp.torokubo.ground.desk.store.Messages;
import jp.torokubo.ground.desk.store.Tasks;
import jp.torokubo.ground.japanese.TokyoDay;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts tasks and messages into the words of their reader. */
@Component
class Shown {

    /** A task, in words. */
    record ShownTask(String kind, String subject, String href, Clock clock, Instant askedAt) {}

    /** A day that a module keeps, in words. */
    record ShownDay(String what, String subject, String detail, String href, Clock clock) {}

    /** A message, in words. */
    record ShownMessage(UUID id, String kind, String subject, String href, Instant toldAt, boolean read) {}

    private final DeskKinds kinds;
    private final MessageSource messages;
    private final InstantSource clock;

    Shown(DeskKinds kinds, MessageSource messages, InstantSource clock) {
        this.kinds = kinds;
        this.messages = messages;
        this.clock = clock;
    }

    /** The nearest day first, and so what is past before all. */
    List<ShownDay> days(List<KeptDays.Day> days, Locale locale) {
        var today = TokyoDay.today(clock);
        return days.stream()
                .sorted(Comparator.comparing(KeptDays.Day::on))
                .map(day -> new ShownDay(
                        messages.getMessage(day.messageKey(), null, locale), day.subject(),
                        messages.getMessage(day.detailKey(), day.details().toArray(), locale), day.place().href(), Clock.of(day.on(), today)))
                .toList();
    }

    List<ShownTask> tasks(List<Tasks.Waiting> tasks, Locale locale) {
        var today = TokyoDay.today(clock);
        return tasks.stream()
                .map(task -> new ShownTask(
                        kinds.words(task.kind(), locale), words(task.subject(), locale), task.place().href(),
                        Clock.of(task.due(), today), task.askedAt()))
                .toList();
    }

    List<ShownMessage> messages(List<Messages.Shown> told, Locale locale) {
        return told.stream()
                .map(one -> new ShownMessage(
                        one.id(), kinds.words(one.kind(), locale), words(one.subject(), locale), one.place().href(), one.toldAt(),
                        one.readAt() != null))
                .toList();
    }

    /** Rows outlive the words of a module; then the ids alone are shown. */
    private String words(Subject subject, Locale locale) {
        return messages.getMessage(subject.key(), subject.ids().toArray(), String.join(" ", subject.ids()), locale);
    }
}
