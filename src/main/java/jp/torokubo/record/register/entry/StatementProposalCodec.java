// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.entry;

import java.util.Map;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.RegisterEvent.StatementStated;
import jp.torokubo.record.register.RegisterName;

/** What a proposal to show a statement says, as canonical JSON; its hash is taken as that of corrections. */
public final class StatementProposalCodec {

    private StatementProposalCodec() {}

    public record Content(RegisterName register, long registerIndex, StatementStated event, Basis basis) {}

    public static String body(Content content) {
        return CanonicalJson.write(Map.of(
                "register", content.register().code(),
                "register_index", content.registerIndex(),
                "event", EventCodec.members(content.event()),
                "basis", BasisCodec.object(content.basis())));
    }

    public static Content content(String body) {
        return Members.read("proposal", CanonicalJson.read(body), members -> new Content(
                RegisterName.of(members.text("register")).orElseThrow(),
                members.number("register_index"),
                members.object("event", event -> (StatementStated) EventCodec.event("statement-stated", event)),
                members.object("basis", BasisCodec::basis)));
    }
}
