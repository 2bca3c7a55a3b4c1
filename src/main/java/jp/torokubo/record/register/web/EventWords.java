// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.torokubo.record.register.PublicContent;
import jp.torokubo.record.register.PublicStatement;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterEvent.OfService;
import jp.torokubo.record.register.ServiceFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an entry of the register says, item by item. */
@Component
class EventWords {

    /**
     * @param label in the page's language
     * @param value null where it is not known
     * @param ofData whether the value is data of the register and not words of the page
     */
    record Item(String label, @Nullable String value, boolean ofData) {}

    private final ListWords words;

    EventWords(ListWords words) {
        this.words = words;
    }

    List<Item> items(OfService event) {
        var items = new ArrayList<Item>();
        if (event instanceof RegisterEvent.Granted granted) {
            items.addAll(facts(granted.facts()));
        } else if (event instanceof RegisterEvent.FactsStated stated) {
            items.addAll(facts(stated.facts()));
        } else if (event instanceof RegisterEvent.Renewed renewed) {
            items.add(new Item(words.say("services.audited"), span(renewed.auditedFrom(), renewed.auditedUntil()), false));
            items.add(new Item(words.say("services.validity.published"), day(renewed.publishedValidUntil()), false));
        } else if (event instanceof RegisterEvent.Renamed renamed) {
            items.add(new Item(words.say("services.column.name"), renamed.name(), true));
            items.add(new Item(words.say("services.column.provider"), renamed.provider(), true));
        } else if (event instanceof RegisterEvent.ScopeChanged changed) {
            items.add(new Item(words.say("services.event.what"), changed.what(), true));
        } else if (event instanceof RegisterEvent.Suspended suspended) {
            items.add(new Item(words.say("services.event.reason"), suspended.reason(), true));
        } else if (event instanceof RegisterEvent.Cancelled cancelled) {
            items.add(new Item(words.say("services.event.reason"), cancelled.reason(), true));
        } else if (event instanceof RegisterEvent.StatementStated stated) {
            items.addAll(statement(stated.statement()));
            var said = PublicContent.of(stated.statement());
            items.add(new Item(words.say("services.statement.period"), span(said.from(), said.until()), false));
        }
        return items;
    }

    /** What a statement says as a whole; row by row it stands on pages of its own. @param statement null where none stands */
    List<Item> statement(@Nullable PublicStatement statement) {
        var said = statement == null ? null : PublicContent.of(statement);
        return List.of(
                new Item(words.say("services.statement.functions"), said == null ? null : words.say(
                        "services.statement.functions.inside", said.functions("inside"), said.functions().size()), false),
                new Item(words.say("services.statement.objectives"), said == null ? null : words.say(
                        "services.statement.objectives.adopted", said.objectives("adopted"), said.objectives().size()), false),
                new Item(words.say("services.statement.version"), statement == null ? null : statement.version(), false));
    }

    /** Every fact, the unknown ones too, in the order of the page. */
    List<Item> facts(ServiceFacts facts) {
        var items = new ArrayList<Item>();
        items.add(new Item(words.say("services.column.name"), facts.name(), true));
        items.add(new Item(words.say("services.column.number"), number(facts), false));
        items.add(new Item(words.say("services.column.provider"), facts.provider(), true));
        var corporate = facts.corporateNumber();
        items.add(new Item(words.say("services.corporate-number"), corporate == null ? null : corporate.value(), false));
        items.add(new Item(words.say("services.audited"), span(facts.auditedFrom(), facts.auditedUntil()), false));
        items.add(new Item(words.say("services.validity.published"), day(facts.publishedValidUntil()), false));
        return items;
    }

    @Nullable String number(ServiceFacts facts) {
        var number = facts.number();
        if (number == null) {
            return null;
        }
        var provenance = number.provenance().code();
        return number.value() + (provenance.equals("official") ? "" : " (" + words.say("services.number." + provenance) + ")");
    }

    @Nullable String span(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null && until == null) {
            return null;
        }
        return words.say("services.audited.span", orUnknown(from), orUnknown(until));
    }

    @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : words.written(day);
    }

    private String orUnknown(@Nullable LocalDate day) {
        return day == null ? words.say("pages.unknown.unpublished") : words.written(day);
    }
}
