// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.Status;
import jp.torokubo.record.register.web.ListState.Filter;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The list's conditions in the words of the page's language. */
@Component
class ListWords {

    private final MessageSource messages;
    private final PageDays days;

    ListWords(MessageSource messages, PageDays days) {
        this.messages = messages;
        this.days = days;
    }

    String say(String key, Object... facts) {
        return messages.getMessage(key, facts, locale());
    }

    /** 状態：登録中 */
    String condition(ListState state, Filter filter) {
        return switch (filter) {
            case WORDS -> say("services.condition.words", state.q());
            case STATUS -> say("services.condition.status", state.statuses().stream().sorted().map(this::status)
                    .collect(Collectors.joining(say("services.or"))));
            case PROVIDER -> say("services.condition.provider", state.provider());
            case REGISTERED_ON -> say("services.condition.registered-on", days.written(state.registeredOn()));
        };
    }

    /** All conditions in one phrase; what is listed where there is none. */
    String conditions(ListState state) {
        List<Filter> filters = state.filters();
        return filters.isEmpty()
                ? say("services.all", register(state.register()))
                : filters.stream().map(filter -> condition(state, filter)).collect(Collectors.joining(say("services.and")));
    }

    String status(Status status) {
        return say("pages.chip." + status.code());
    }

    String register(RegisterName register) {
        return say("services.register." + register.code());
    }

    String written(LocalDate day) {
        return days.written(day);
    }

    static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
