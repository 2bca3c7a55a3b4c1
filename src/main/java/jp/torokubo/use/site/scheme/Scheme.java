// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.scheme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.record.rulebook.Edition;
import jp.torokubo.record.rulebook.Kind;
import jp.torokubo.record.rulebook.PublishedCount;
import jp.torokubo.record.rulebook.Rulebook;
import jp.torokubo.record.rulebook.Source;
import jp.torokubo.record.rulebook.Standing;
import jp.torokubo.record.rulebook.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the rulebook knows of the scheme, as the site shows it. */
@Component
public class Scheme {

    /** A text in both languages. */
    public record Said(String japanese, String english) {
        public String in(Locale language) {
            return language.getLanguage().equals("en") ? english : japanese;
        }
    }

    /**
     * A number of registrations that somebody published.
     *
     * @param when day, or month where the day is not known, as written in data: 2022-06-01, 2022-10
     * @param on that day, or the first of that month: where it stands in a picture
     * @param register code of the register that was counted
     */
    public record Count(
            String when, LocalDate on, String register, long services, @Nullable Long providers, String provenance, Said sourced) {
        public String source(Locale language) {
            return sourced.in(language);
        }

        public boolean isOfficial() {
            return provenance.equals("official");
        }
    }

    /** One edition of a document. @param edition its number within the document, from 1 */
    public record DocumentEdition(
            String document, String title, String titleInEnglish, String addressees, long edition,
            @Nullable LocalDate decidedOn, @Nullable LocalDate effectiveOn, @Nullable LocalDate attestedOn, String standing,
            String provenance, Said sourced) {
        public String source(Locale language) {
            return sourced.in(language);
        }
    }

    /** A name of a body. @param from first day of the name, where known @param attestedOn a day on which it bore it */
    public record BodyName(
            String body, String name, String nameInEnglish, @Nullable LocalDate from, @Nullable LocalDate attestedOn,
            String provenance, Said sourced) {
        public String source(Locale language) {
            return sourced.in(language);
        }
    }

    /**
     * Something of the scheme that has a day.
     *
     * @param kind rulebook, body or count: names the words for it
     * @param href where more is said, from the root; or null
     */
    public record Milestone(LocalDate day, String kind, Said what, @Nullable String href, String provenance, Said source) {}

    private final Rulebook rulebook;
    private final MessageSource messages;
    private final Map<String, String> codeNames;

    Scheme(Rulebook rulebook, MessageSource messages) {
        this.rulebook = rulebook;
        this.messages = messages;
        this.codeNames = codeNames();
    }

    /** Oldest first. */
    public List<Count> counts() {
        return rulebook.counts().stream().map(Scheme::count).sorted(Comparator.comparing(Count::on)).toList();
    }

    public List<DocumentEdition> documents() {
        return rulebook.documents().stream().flatMap(document -> document.editions().list().stream().map(edition ->
                new DocumentEdition(document.id(), document.name(false), document.name(true),
                        String.join(" ", document.addressees()), edition.number(), edition.decidedOn(), edition.effectiveOn(),
                        edition.attestedOn(), edition.standing().code(), edition.source().provenance().code(),
                        said(edition.source())))).toList();
    }

    public List<BodyName> bodies() {
        return rulebook.all(Kind.BODY).stream().flatMap(body -> body.list().stream().map(edition -> new BodyName(
                body.subject(), orId(edition.get("name", false), body.subject()), orId(edition.get("name", true), body.subject()),
                edition.effectiveOn(), edition.attestedOn(), edition.source().provenance().code(), said(edition.source()))))
                .toList();
    }

    /** The words of the scheme, in the order of the rulebook. */
    public List<Word> words() {
        return rulebook.terms().stream().map(this::word).toList();
    }

    /** The words of this register. */
    public List<Word> ours() {
        return OurWords.all();
    }

    /** Oldest first. */
    public List<Milestone> milestones() {
        return Stream.of(ofDocuments(), ofBodies(), ofCounts()).flatMap(all -> all)
                .sorted(Comparator.comparing(Milestone::day)).toList();
    }

    private Stream<Milestone> ofDocuments() {
        return rulebook.documents().stream().flatMap(document -> document.editions().list().stream()
                .filter(edition -> edition.standing() == Standing.IN_FORCE)
                .filter(edition -> edition.decidedOn() != null || edition.knownFrom() != null)
                .map(edition -> {
                    var how = edition.effectiveOn() != null ? "effective" : edition.decidedOn() != null ? "decided" : "attested";
                    var day = Stream.of(edition.effectiveOn(), edition.decidedOn(), edition.attestedOn())
                            .filter(Objects::nonNull).findFirst().orElseThrow();
                    return new Milestone(day, "rulebook", new Said(
                            told(how, Locale.JAPANESE, document.shortName(false), edition.reason(false)),
                            told(how, Locale.ENGLISH, document.shortName(true), edition.reason(true))),
                            "/rulebook/" + document.id(), edition.source().provenance().code(), said(edition.source()));
                }));
    }

    private Stream<Milestone> ofBodies() {
        return rulebook.all(Kind.BODY).stream().flatMap(body -> body.list().stream()
                .filter(edition -> edition.effectiveOn() != null)
                .map(edition -> new Milestone(Objects.requireNonNull(edition.effectiveOn()), "body", new Said(
                        told("body", Locale.JAPANESE, orId(edition.get("name", false), body.subject()), about(edition, false)),
                        told("body", Locale.ENGLISH, orId(edition.get("name", true), body.subject()), about(edition, true))),
                        null, edition.source().provenance().code(), said(edition.source()))));
    }

    private static String about(Edition edition, boolean english) {
        return Stream.of(edition.reason(english), edition.get("note", english), edition.get("composition", english))
                .filter(text -> text != null && !text.isEmpty()).findFirst().orElse("");
    }

    private Stream<Milestone> ofCounts() {
        return counts().stream().filter(count -> count.when().length() == "2022-06-01".length()).map(count -> new Milestone(
                count.on(), "count", new Said(counted(count, Locale.JAPANESE), counted(count, Locale.ENGLISH)), "/stats#counts",
                count.provenance(), count.sourced()));
    }

    private String counted(Count count, Locale language) {
        return count.providers() == null
                ? messages.getMessage("site.milestone.services", new Object[] {count.services()}, language)
                : messages.getMessage("site.milestone.services-of", new Object[] {count.services(), count.providers()}, language);
    }

    private String told(String how, Locale language, String name, String reason) {
        var what = messages.getMessage("site.milestone." + how, new Object[] {name}, language);
        return reason.isEmpty() ? what : what + (language == Locale.ENGLISH ? ". " : "。") + reason;
    }

    private static Count count(PublishedCount count) {
        var on = count.on().length() == "2022-10".length()
                ? YearMonth.parse(count.on()).atDay(1) : LocalDate.parse(count.on());
        return new Count(count.on(), on, count.register(), count.services(), count.providers(),
                count.source().provenance().code(), said(count.source()));
    }

    private Word word(Term term) {
        return new Word(term.id(), term.nameJa(), term.nameEn(), codeNames.getOrDefault(term.id(), ""), term.meansJa(),
                term.meansEn(), new Said(term.source().ja(), term.source().en()));
    }

    private static Said said(Source source) {
        return new Said(source.ja(), source.en());
    }

    private static String orId(@Nullable String name, String id) {
        return name == null ? id : name;
    }

    /** Which of the scheme's words have a name in the program. */
    private static Map<String, String> codeNames() {
        var file = Objects.requireNonNull(Scheme.class.getResourceAsStream("/site/code-names.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
