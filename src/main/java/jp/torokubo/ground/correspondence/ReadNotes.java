// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.correspondence.store.Notes;
import jp.torokubo.ground.correspondence.store.Notes.Search;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.DossierReading;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Independence;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.japanese.SearchKey;
import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the correspondence of a dossier, newest first or, for paper, oldest first. */
@Service
@Transactional(readOnly = true)
public class ReadNotes {

    public static final int LONGEST_WORDS = 200;

    /** @param words what is looked for in texts and names of files; empty for all */
    public record Asked(Actor actor, DossierId dossier, String words, @Nullable Place before, int most, Locale language) {}

    public sealed interface Result {

        /**
         * @param count how many there are on all pages
         * @param next where the next page begins; null on the last
         * @param mayNotWrite why the reader may write nothing here; null where he may
         */
        record Page(Dossier dossier, List<SignedNote> notes, long count, @Nullable Place next, @Nullable Refusal mayNotWrite)
                implements Result {}

        /** One note, and what was answered to it. */
        record One(Dossier dossier, SignedNote note, List<SignedNote> replies, @Nullable Refusal mayNotWrite) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private static final int MOST_REPLIES = 200;

    private final Walls walls;
    private final DossierReading dossiers;
    private final Independence independence;
    private final Notes notes;
    private final Signatures signatures;

    ReadNotes(Walls walls, DossierReading dossiers, Independence independence, Notes notes, Signatures signatures) {
        this.walls = walls;
        this.dossiers = dossiers;
        this.independence = independence;
        this.notes = notes;
        this.signatures = signatures;
    }

    public Result page(Asked asked) {
        var words = CleanText.clean(asked.words());
        var length = words.codePointCount(0, words.length());
        if (length > LONGEST_WORDS) {
            return new Result.Refused(new CorrespondenceRefusal.WordsTooLong(LONGEST_WORDS, length));
        }
        var reach = walls.enter(asked.actor());
        var dossier = dossiers.find(reach, asked.dossier()).orElse(null);
        if (dossier == null) {
            return new Result.Refused(new IdentityRefusal.DossierUnknown());
        }
        var search = words.isEmpty() ? Search.ALL : new Search(words, SearchKey.of(words));
        var read = notes.newest(reach, dossier.id(), search, asked.before(), asked.most() + 1);
        var page = read.size() > asked.most() ? read.subList(0, asked.most()) : read;
        return new Result.Page(
                dossier, signatures.of(reach, dossier.id(), dossier.isOpen(), page, asked.language()),
                notes.count(reach, dossier.id(), search), page.size() < read.size() ? Place.of(page.get(page.size() - 1)) : null,
                mayNotWrite(reach, dossier).orElse(null));
    }

    public Result one(Actor actor, DossierId id, UUID note, Locale language) {
        var reach = walls.enter(actor);
        var dossier = dossiers.find(reach, id).orElse(null);
        if (dossier == null) {
            return new Result.Refused(new IdentityRefusal.DossierUnknown());
        }
        var found = notes.find(reach, id, note).orElse(null);
        if (found == null) {
            return new Result.Refused(new CorrespondenceRefusal.NoteUnknown());
        }
        var replies = notes.repliesTo(reach, id, note, MOST_REPLIES);
        return new Result.One(
                dossier, signatures.of(reach, id, dossier.isOpen(), List.of(found), language).get(0),
                signatures.of(reach, id, dossier.isOpen(), replies, language), mayNotWrite(reach, dossier).orElse(null));
    }

    /** Oldest first, up to an instant; empty where the dossier is out of reach by now. */
    public List<SignedNote> oldest(Actor actor, DossierId dossier, @Nullable Place after, Instant until, int most, Locale language) {
        var reach = walls.enter(actor);
        return signatures.of(reach, dossier, false, notes.oldest(reach, dossier, after, until, most), language);
    }

    private Optional<Refusal> mayNotWrite(Reach reach, Dossier dossier) {
        return dossier.isOpen()
                ? independence.whyMayNotAct(reach, dossier.id())
                : Optional.of(new CorrespondenceRefusal.DossierClosed());
    }
}
