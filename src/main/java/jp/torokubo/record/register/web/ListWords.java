// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    private static final String MARK = "\u0001";

    private final MessageSource messages;
    private final PageDays days;

    ListWords(MessageSource messages, PageDays days) {
        this.messages = messages;
        this.days = days;
    }

    String say(String key, Object... facts) {
        return messages.getMessage(key, facts, locale());
    }

    /**
     * 状態 登録中: a value with the words around it, apart, because the value may be in another language.
     *
     * @param ofData whether the value is data of the register and not words of the page
     */
    record Condition(String before, String value, String after, boolean ofData) {}

    Condition condition(ListState state, Filter filter) {
        return switch (filter) {
            case WORDS -> around("services.condition.words", state.q(), true);
            case STATUS -> around("services.condition.status", state.statuses().stream().sorted().map(this::status)
                    .collect(Collectors.joining(say("services.or"))), false);
            case PROVIDER -> around("services.condition.provider", String.valueOf(state.provider()), true);
            case REGISTERED_ON -> around("services.condition.registered-on", days.written(Objects.requireNonNull(state.registeredOn())), false);
        };
    }

    private Condition around(String key, String value, boolean ofData) {
        var words = say(key, MARK).split(MARK, -1);
        return new Condition(words[0], value, words[1], ofData);
    }

    /** All conditions; what is listed where there is none. */
    List<Condition> conditions(ListState state) {
        List<Filter> filters = state.filters();
        return filters.isEmpty()
                ? List.of(new Condition(say("services.all", register(state.register())), "", "", false))
                : filters.stream().map(filter -> condition(state, filter)).toList();
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
