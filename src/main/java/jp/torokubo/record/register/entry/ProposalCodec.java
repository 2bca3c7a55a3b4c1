// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.RegisterEvent.Corrected;
import jp.torokubo.record.register.RegisterName;

/** What a proposal of corrections says, as canonical JSON: two who saw the same saw the same hash. */
public final class ProposalCodec {

    private ProposalCodec() {}

    public record Content(RegisterName register, long registerIndex, List<Corrected> corrections, Basis basis) {}

    public static String body(Content content) {
        return CanonicalJson.write(Map.of(
                "register", content.register().code(),
                "register_index", content.registerIndex(),
                "corrections", content.corrections().stream().map(EventCodec::members).toList(),
                "basis", BasisCodec.object(content.basis())));
    }

    public static Content content(String body) {
        return Members.read("proposal", CanonicalJson.read(body), members -> new Content(
                RegisterName.of(members.text("register")).orElseThrow(),
                members.number("register_index"),
                members.list("corrections", correction -> (Corrected) EventCodec.event("corrected", correction)),
                members.object("basis", BasisCodec::basis)));
    }

    /** SHA-256 in hexadecimal. */
    public static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
