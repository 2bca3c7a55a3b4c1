// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.entry;

import java.util.Map;
import jp.torokubo.record.register.Basis;

/** The basis of an entry as an object of the log. */
public final class BasisCodec {

    private BasisCodec() {}

    public static Map<String, ?> object(Basis basis) {
        if (basis instanceof Basis.Decision decision) {
            return Map.of(
                    "kind", "decision", "meeting", decision.meeting(), "item", decision.item(), "article", decision.article());
        }
        if (basis instanceof Basis.Publication publication) {
            return Map.of(
                    "kind", "publication",
                    "title", publication.title(),
                    "source", publication.source(),
                    "complete_until", publication.completeUntil().toString(),
                    "place", publication.place());
        }
        var act = (Basis.ProviderAct) basis;
        return Map.of("kind", "provider-act", "what", act.what(), "on", act.on().toString());
    }

    public static Basis basis(Map<String, ?> object) {
        return Members.read("basis", object, BasisCodec::basis);
    }

    static Basis basis(Members members) {
        var kind = members.text("kind");
        return switch (kind) {
            case "decision" -> new Basis.Decision(members.text("meeting"), members.text("item"), members.text("article"));
            case "publication" -> new Basis.Publication(
                    members.text("title"), members.text("source"), members.day("complete_until"), members.text("place"));
            case "provider-act" -> new Basis.ProviderAct(members.text("what"), members.day("on"));
            default -> throw new IllegalArgumentException("not a basis: " + kind);
        };
    }
}
