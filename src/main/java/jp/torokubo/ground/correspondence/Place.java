// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where in the order of time a page of notes ends. */
public record Place(Instant at, UUID note) {

    public static Place of(Note note) {
        return new Place(note.at(), note.id());
    }

    /** As it stands in an address. */
    public String written() {
        return at + "_" + note;
    }

    /** Empty for what no page of ours ended with. */
    public static Optional<Place> read(String given) {
        var parts = given.split("_", 2);
        try {
            // what lies beyond all calendars is no place, and the database would not bear it
            var at = Instant.parse(parts[0]);
            return parts.length < 2 || at.getEpochSecond() < 0 || at.getEpochSecond() > 253_402_300_799L
                    ? Optional.empty()
                    : Optional.of(new Place(at, UUID.fromString(parts[1])));
        } catch (DateTimeException | IllegalArgumentException notAPlace) {
            return Optional.empty();
        }
    }
}
