// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why a note is not written, taken back or found. */
public sealed interface CorrespondenceRefusal extends Refusal {

    record TextMissing() implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.text-missing"; }
    }

    record ReasonMissing() implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.reason-missing"; }
    }

    record TextTooLong(int most, int given) implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.text-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }

    record TooManyFiles(int most, int given) implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.too-many-files"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }

    record FileEmpty(String name) implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.file-empty"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name); }
    }

    record FileTooLarge(String name, long megabytes) implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.file-too-large"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name, "megabytes", megabytes); }
    }

    /** Nothing is left of the name once what cannot be in one has been taken out. */
    record FileNameMissing(int place) implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.file-name-missing"; }
        @Override public Map<String, Object> facts() { return Map.of("place", place); }
    }

    record FileNameTooLong(String name, int most, int given) implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.file-name-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name, "most", most, "given", given); }
    }

    record DossierClosed() implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.dossier-closed"; }
    }

    record NoteUnknown() implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.note-unknown"; }
    }

    record NotYoursToRetract() implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.not-yours-to-retract"; }
    }

    record RetractedAlready() implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.retracted-already"; }
    }

    /** There is no such file, or it is not of this dossier: the same answer for both. */
    record AttachmentUnknown() implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.attachment-unknown"; }
    }

    record PlaceNotAPlace() implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.place-not-a-place"; }
    }

    record WordsTooLong(int most, int given) implements CorrespondenceRefusal {
        @Override public String code() { return "correspondence.words-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }
}
