// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which word holds for which warning. A word holds for the text it was said about: written anew, the text needs a word anew; put back, it has
 * the old one again.
 *
 * <p>The text of a row is its answer, that of a part everything in the part, that of evidence what is kept and until when. Outside of rows
 * the warning's own figures count as well: they tell of the register and of days that no text shows.
 */
public final class WordsGiven {

    private final WholeStatement whole;
    private final Remarks remarks;
    private final Map<String, List<WarningWord>> words = new HashMap<>();
    private final Map<Part, String> parts = new EnumMap<>(Part.class);

    /** @param words of the statement, oldest first */
    WordsGiven(WholeStatement whole, Remarks remarks, List<WarningWord> words) {
        this.whole = whole;
        this.remarks = remarks;
        words.forEach(word -> this.words.computeIfAbsent(word.warning(), key -> new ArrayList<>()).add(0, word));
    }

    /** The newest word about this text. */
    public Optional<WarningWord> holding(Remark remark) {
        var said = words.getOrDefault(remark.key(), List.of());
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var now = fingerprint(remark);
        return said.stream().filter(word -> word.fingerprint().equals(now)).findFirst();
    }

    /** The newest word about an earlier text, where none holds. */
    public Optional<WarningWord> lapsed(Remark remark) {
        return holding(remark).isPresent() ? Optional.empty() : words.getOrDefault(remark.key(), List.of()).stream().findFirst();
    }

    /** Whether it is a warning for which nobody has said why it may stay. */
    public boolean isMissing(Remark remark) {
        return remark.severity() == Severity.WARNING && holding(remark).isEmpty();
    }

    public long missing() {
        return remarks.all().stream().filter(this::isMissing).count();
    }

    /** Another one as soon as the warning speaks of another text. */
    public String fingerprint(Remark remark) {
        var about = new ArrayList<String>();
        about.add(remark.key());
        if (remark.place() instanceof Remark.InRow row) {
            var answer = whole.answer(row.control());
            about.addAll(List.of(
                    answer.choice().code(), KeptForm.of(answer.realisations()), answer.reason().ja(), answer.reason().en(),
                    answer.restsOn() == null ? "" : answer.restsOn().version() + " " + answer.restsOn().control()));
            return Asked.hash(about);
        }
        if (remark.place() instanceof Remark.InPart part) {
            about.add(parts.computeIfAbsent(part.part(), one -> KeptForm.canonical(whole.content().parts().get(one))));
        } else if (remark.place() instanceof Remark.InEvidence place) {
            whole.evidence().stream().filter(one -> one.id().equals(place.evidence())).forEach(one -> about.addAll(List.of(
                    one.title(), String.valueOf(one.sha256()), String.valueOf(one.fileName()), String.valueOf(one.link()),
                    String.valueOf(one.validUntil()))));
        }
        about.add(remark.arguments().stream().map(String::valueOf).collect(Collectors.joining("\n")));
        return Asked.hash(about);
    }
}
