// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import java.util.Map;
import jp.torokubo.ground.identity.organisations.GivenNumber;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer has said of somebody, in words checked to be its own.
 *
 * @param subject who he is there; the only thing by which he is known again
 * @param name of the person; empty where it does not say
 * @param email empty where it does not say; never more than a proposal for his login name
 * @param company name of the company he acts for; empty where it does not say
 */
public record Vouched(Issuer issuer, String subject, String name, String email, Level level, @Nullable String number, String company) {

    /** How well GビズID knows somebody. */
    public enum Level {
        /** エントリー: an e-mail address was checked and no more. */
        ENTRY,
        /** プライム: the head of a company, by papers. */
        PRIME,
        /** メンバー: an employee, let in by the head. */
        MEMBER,
        /** The issuer does not say. */
        UNSAID
    }

    static Vouched of(Issuer issuer, String subject, Map<String, Object> claims) {
        if (issuer.kind() == Issuer.Kind.GENERIC) {
            return new Vouched(issuer, subject, text(claims, "name"), text(claims, "email"), Level.UNSAID, null, "");
        }
        var person = (text(claims, "user_last_nm") + " " + text(claims, "user_first_nm")).strip();
        return new Vouched(
                issuer, subject, person, text(claims, "email"), level(text(claims, "account_type")),
                number(claims), text(claims, "name"));
    }

    /** 個人事業主 have none, and what stands in the field where they are concerned is not read. */
    private static @Nullable String number(Map<String, Object> claims) {
        return text(claims, "corp_type").equals("2") ? null : GivenNumber.read(text(claims, "corporate_number")).digits();
    }

    private static Level level(String given) {
        return switch (given) {
            case "1" -> Level.ENTRY;
            case "2" -> Level.PRIME;
            case "3" -> Level.MEMBER;
            default -> Level.UNSAID;
        };
    }

    private static String text(Map<String, Object> claims, String name) {
        var value = claims.get(name);
        return value instanceof String || value instanceof Number ? value.toString().strip() : "";
    }

    @Override
    public String toString() {
        return "Vouched[by " + issuer.name() + "]";
    }
}
