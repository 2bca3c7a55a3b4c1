// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.torokubo.record.rulebook.store.EditionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the rulebook out of its recorded editions. */
@Service
class RecordedRulebook implements Rulebook {

    private final EditionStore store;

    RecordedRulebook(EditionStore store) {
        this.store = store;
    }

    @Override
    public Optional<Edition> edition(Kind kind, String subject, LocalDate day) {
        return editions(kind, subject).standingOn(day);
    }

    @Override
    public Editions editions(Kind kind, String subject) {
        return store.all().getOrDefault(kind, java.util.Map.of()).getOrDefault(subject, new Editions(kind, subject, List.of()));
    }

    @Override
    public List<Editions> all(Kind kind) {
        return List.copyOf(store.all().getOrDefault(kind, java.util.Map.of()).values());
    }

    @Override
    public Optional<Document> document(String id) {
        var editions = editions(Kind.DOCUMENT, id);
        return editions.list().isEmpty() ? Optional.empty() : Optional.of(new Document(editions));
    }

    @Override
    public List<Document> documents() {
        return all(Kind.DOCUMENT).stream().map(Document::new).toList();
    }

    @Override
    public CitedArticle article(String document, String number) {
        return all(Kind.ARTICLE).stream()
                .flatMap(editions -> editions.newest().stream())
                .filter(edition -> document.equals(edition.get("document")) && number.equals(edition.get("number")))
                .findFirst()
                .map(this::cited)
                .orElseThrow(() -> new IllegalArgumentException("cannot be cited: " + document + " " + number));
    }

    @Override
    public Period period(String id, LocalDate day) {
        var edition = edition(Kind.PERIOD, id, day).orElseThrow(() -> new IllegalArgumentException("no such period: " + id));
        var value = edition.get("value");
        var article = edition.get("article");
        return new Period(
                id,
                required(edition, "name_ja"),
                required(edition, "name_en"),
                value == null ? null : java.time.Period.parse(value),
                edition.get("bound"),
                edition.get("words_ja"),
                edition.get("words_en"),
                article == null ? null : editions(Kind.ARTICLE, article).newest().map(this::cited).orElse(null),
                edition.source());
    }

    @Override
    public Optional<Body> body(String id, LocalDate day) {
        return edition(Kind.BODY, id, day).map(edition -> new Body(id, edition));
    }

    @Override
    public List<Body> bodies(LocalDate day) {
        return all(Kind.BODY).stream()
                .flatMap(editions -> editions.standingOn(day).stream())
                .map(edition -> new Body(edition.subject(), edition))
                .toList();
    }

    @Override
    public List<Term> terms() {
        return all(Kind.TERM).stream()
                .flatMap(editions -> editions.newest().stream())
                .map(edition -> new Term(
                        edition.subject(), required(edition, "name_ja"), required(edition, "name_en"),
                        required(edition, "means_ja"), required(edition, "means_en"), edition.source()))
                .toList();
    }

    @Override
    public List<PublishedCount> counts() {
        return all(Kind.COUNT).stream()
                .flatMap(editions -> editions.newest().stream())
                .map(edition -> new PublishedCount(
                        required(edition, "day"), required(edition, "register"), Long.parseLong(required(edition, "services")),
                        number(edition.get("providers")), edition.get("how_ja"), edition.get("how_en"), edition.source()))
                .sorted(Comparator.comparing(PublishedCount::register).thenComparing(PublishedCount::on))
                .toList();
    }

    @Override
    public NumberPattern numberPattern(String register, LocalDate day) {
        var edition = edition(Kind.NUMBER_PATTERN, register, day)
                .orElseThrow(() -> new IllegalArgumentException("no such register: " + register));
        var regex = edition.get("regex");
        return new NumberPattern(
                register, regex == null ? null : Pattern.compile(regex), edition.get("words_ja"), edition.get("words_en"),
                edition.get("example"), edition.source());
    }

    private CitedArticle cited(Edition article) {
        var id = required(article, "document");
        var document = document(id).orElseThrow(() -> new IllegalStateException("an article of no document: " + article.subject()));
        return new CitedArticle(
                id, document.shortName(false), document.shortName(true), required(article, "number"),
                required(article, "says_ja"), required(article, "says_en"), article.source());
    }

    private static String required(Edition edition, String name) {
        var text = edition.get(name);
        if (text == null) {
            throw new IllegalStateException(edition.kind().code() + " " + edition.subject() + " lacks " + name);
        }
        return text;
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }
}
