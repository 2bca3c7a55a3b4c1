// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.correspondence.SignedNote.Origin;
import jp.torokubo.ground.correspondence.store.Notes;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Names;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.japanese.TokyoDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts names to notes; each is looked up once for a page. */
@Component
class Signatures {

    private final Names names;
    private final Notes notes;

    Signatures(Names names, Notes notes) {
        this.names = names;
        this.notes = notes;
    }

    List<SignedNote> of(Reach reach, DossierId dossier, boolean open, List<Note> read, Locale language) {
        var looking = new Looking(reach, dossier, language);
        read.forEach(note -> looking.origins.put(note.id(), Optional.of(looking.origin(note))));
        return read.stream().map(note -> looking.signed(note, open)).toList();
    }

    private record Called(OrganisationId organisation, LocalDate day) {}

    private final class Looking {

        private final Reach reach;
        private final DossierId dossier;
        private final Locale language;
        private final Map<PersonId, String> people = new HashMap<>();
        private final Map<Called, Optional<String>> organisations = new HashMap<>();
        private final Map<UUID, Optional<Origin>> origins = new HashMap<>();

        Looking(Reach reach, DossierId dossier, Locale language) {
            this.reach = reach;
            this.dossier = dossier;
            this.language = language;
        }

        SignedNote signed(Note note, boolean open) {
            return new SignedNote(
                    note, person(note.author()), organisation(note), note.standsInFor() == null ? null : person(note.standsInFor()),
                    note.retraction() == null ? null : person(note.retraction().by()), origin(note.replyTo()), origin(note.retracts()),
                    open && note.mayBeRetractedBy(reach.actor()));
        }

        Origin origin(Note note) {
            return new Origin(note.id(), person(note.author()), note.at());
        }

        private @Nullable Origin origin(@Nullable UUID id) {
            if (id == null) {
                return null;
            }
            if (!origins.containsKey(id)) {
                origins.put(id, notes.find(reach, dossier, id).map(this::origin));
            }
            return origins.get(id).orElse(null);
        }

        private String person(PersonId id) {
            return people.computeIfAbsent(id, asked -> names.person(asked).orElse(""));
        }

        private @Nullable String organisation(Note note) {
            return organisations
                    .computeIfAbsent(new Called(note.organisation(), TokyoDay.of(note.at())),
                            asked -> names.organisation(asked.organisation(), asked.day(), language))
                    .orElse(null);
        }
    }
}
