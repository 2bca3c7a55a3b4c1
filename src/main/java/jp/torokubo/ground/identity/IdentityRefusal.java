// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.refusal.Refusal;

/** Why somebody is not let in, or why something is not confirmed. Kept by name in the answers to commands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface IdentityRefusal extends Refusal {

    /** Unknown, used, withdrawn or expired: the same answer for all. */
    record LinkNotUsable() implements IdentityRefusal {
        @Override public String code() { return "identity.link-not-usable"; }
    }

    record NameMissing() implements IdentityRefusal {
        @Override public String code() { return "identity.name-missing"; }
    }

    record NameTooLong(int most, int given) implements IdentityRefusal {
        @Override public String code() { return "identity.name-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }

    record LoginNotAnAddress(String given) implements IdentityRefusal {
        @Override public String code() { return "identity.login-not-an-address"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record LoginTaken(String given) implements IdentityRefusal {
        @Override public String code() { return "identity.login-taken"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record PasswordTooShort(int least, int given) implements IdentityRefusal {
        @Override public String code() { return "identity.password-too-short"; }
        @Override public Map<String, Object> facts() { return Map.of("least", least, "given", given); }
    }

    record PasswordTooLong(int most, int given) implements IdentityRefusal {
        @Override public String code() { return "identity.password-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }

    /** Easily guessed: a repetition, a run of keys, a word everybody uses, or the person's own name. */
    record PasswordTooCommon() implements IdentityRefusal {
        @Override public String code() { return "identity.password-too-common"; }
    }

    record PasswordsDiffer() implements IdentityRefusal {
        @Override public String code() { return "identity.passwords-differ"; }
    }

    /** Unknown account or wrong password or wrong passkey: the same answer for all. */
    record SignInFailed() implements IdentityRefusal {
        @Override public String code() { return "identity.sign-in-failed"; }
    }

    /** Wrong, too old, or used before: the same answer for all. */
    record CodeWrong() implements IdentityRefusal {
        @Override public String code() { return "identity.code-wrong"; }
    }

    /** Before this deed the person must prove anew who he is. */
    record ProofNeeded() implements IdentityRefusal {
        @Override public String code() { return "identity.proof-needed"; }
    }

    record TooManyAttempts(long minutes) implements IdentityRefusal {
        @Override public String code() { return "identity.too-many-attempts"; }
        @Override public Map<String, Object> facts() { return Map.of("minutes", minutes); }
    }

    record PasskeyNotAccepted() implements IdentityRefusal {
        @Override public String code() { return "identity.passkey-not-accepted"; }
    }

    record PersonUnknown() implements IdentityRefusal {
        @Override public String code() { return "identity.person-unknown"; }
    }

    record RoleNotHeld(String name) implements IdentityRefusal {
        @Override public String code() { return "identity.role-not-held"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name); }
    }

    /** The register must not be left without anybody who can run it. */
    record LastOperator() implements IdentityRefusal {
        @Override public String code() { return "identity.last-operator"; }
    }

    /** A reset is another person's deed: whoever sits at an unattended desk must not be able to take it over for good. */
    record OwnProofs() implements IdentityRefusal {
        @Override public String code() { return "identity.own-proofs"; }
    }

    /** The form was opened in another session, or too long ago. */
    record FormExpired() implements IdentityRefusal {
        @Override public String code() { return "identity.form-expired"; }
    }

    record ProposalUnknown() implements IdentityRefusal {
        @Override public String code() { return "identity.proposal-unknown"; }
    }

    record SamePerson(String name) implements IdentityRefusal {
        @Override public String code() { return "identity.same-person"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name); }
    }

    record AlreadyDecided(Confirmations.State state) implements IdentityRefusal {
        @Override public String code() { return "identity.already-decided"; }
        @Override public Map<String, Object> facts() { return Map.of("state", state.name()); }
    }

    /** What the second person saw is not what was proposed. */
    record ChangedSinceProposed() implements IdentityRefusal {
        @Override public String code() { return "identity.changed-since-proposed"; }
    }

    record NotEntitled() implements IdentityRefusal {
        @Override public String code() { return "identity.not-entitled"; }
    }

    record ReasonMissing() implements IdentityRefusal {
        @Override public String code() { return "identity.reason-missing"; }
    }

    record DayNotADay(String given) implements IdentityRefusal {
        @Override public String code() { return "identity.day-not-a-day"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record PlaceNotAPlace() implements IdentityRefusal {
        @Override public String code() { return "identity.place-not-a-place"; }
    }

    /** This role is not for this person to give, or there is none such in this organisation. */
    record RoleNotYours() implements IdentityRefusal {
        @Override public String code() { return "identity.role-not-yours"; }
    }

    /** An organisation must not be left without anybody who keeps its people. */
    record LastManager() implements IdentityRefusal {
        @Override public String code() { return "identity.last-manager"; }
    }

    record RoleHeldAlready() implements IdentityRefusal {
        @Override public String code() { return "identity.role-held-already"; }
    }

    record OrganisationUnknown() implements IdentityRefusal {
        @Override public String code() { return "identity.organisation-unknown"; }
    }

    record OrganisationThereAlready(String number) implements IdentityRefusal {
        @Override public String code() { return "identity.organisation-there-already"; }
        @Override public Map<String, Object> facts() { return Map.of("number", number); }
    }

    record OrganisationNameMissing() implements IdentityRefusal {
        @Override public String code() { return "identity.organisation-name-missing"; }
    }

    record TextTooLong(int most, int given) implements IdentityRefusal {
        @Override public String code() { return "identity.text-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }

    record NameOfThatDayThere(String day) implements IdentityRefusal {
        @Override public String code() { return "identity.name-of-that-day-there"; }
        @Override public Map<String, Object> facts() { return Map.of("day", day); }
    }

    /** 法人番号, with the reader's own reason. */
    record CorporateNumberWrong(String given) implements IdentityRefusal {
        @Override public String code() { return "identity.corporate-number-wrong"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record DeputyNotAColleague() implements IdentityRefusal {
        @Override public String code() { return "identity.deputy-not-a-colleague"; }
    }

    record PeriodEndsBeforeItBegins(String from, String until) implements IdentityRefusal {
        /** @param until the first instant that is no longer meant */
        public static PeriodEndsBeforeItBegins of(Instant from, Instant until) {
            return new PeriodEndsBeforeItBegins(TokyoDay.of(from).toString(), TokyoDay.of(until.minusNanos(1)).toString());
        }

        @Override public String code() { return "identity.period-ends-before-it-begins"; }
        @Override public Map<String, Object> facts() { return Map.of("from", from, "until", until); }
    }

    record DeputyUnknown() implements IdentityRefusal {
        @Override public String code() { return "identity.deputy-unknown"; }
    }

    /** Somebody who acts in another's name does not hand that on. */
    record NotAsADeputy() implements IdentityRefusal {
        @Override public String code() { return "identity.not-as-a-deputy"; }
    }

    /** There is no such dossier, or it is not for this one to know: the same answer for both. */
    record DossierUnknown() implements IdentityRefusal {
        @Override public String code() { return "identity.dossier-unknown"; }
    }

    record TitleMissing() implements IdentityRefusal {
        @Override public String code() { return "identity.title-missing"; }
    }

    /** Nobody by that address, or nobody who may take that part: the same answer for both. */
    record LoginMissing() implements IdentityRefusal {
        @Override public String code() { return "identity.login-missing"; }
    }

    record PartMissing() implements IdentityRefusal {
        @Override public String code() { return "identity.part-missing"; }
    }

    record NobodyToAssign(String login) implements IdentityRefusal {
        @Override public String code() { return "identity.nobody-to-assign"; }
        @Override public Map<String, Object> facts() { return Map.of("login", login); }
    }

    record MayNotAssign() implements IdentityRefusal {
        @Override public String code() { return "identity.may-not-assign"; }
    }

    record AssignedAlready() implements IdentityRefusal {
        @Override public String code() { return "identity.assigned-already"; }
    }

    record AssignmentUnknown() implements IdentityRefusal {
        @Override public String code() { return "identity.assignment-unknown"; }
    }

    /** Tied to the provider whose matter it is. */
    record NotIndependent(Independence.Kind tie) implements IdentityRefusal {
        @Override public String code() { return "identity.not-independent"; }
        @Override public Map<String, Object> facts() { return Map.of("tie", tie.name()); }
    }

    record RelationUnknown() implements IdentityRefusal {
        @Override public String code() { return "identity.relation-unknown"; }
    }

    /** The issuer does not answer, or answers with a failure of its own. */
    record IssuerUnreachable() implements IdentityRefusal {
        @Override public String code() { return "identity.issuer-unreachable"; }
    }

    /** The issuer says no, or the person turned back there. */
    record IssuerRefused(String error) implements IdentityRefusal {
        @Override public String code() { return "identity.issuer-refused"; }
        @Override public Map<String, Object> facts() { return Map.of("error", error); }
    }

    /** What came back was not said by the issuer, or not to us, or not now. */
    record IssuerAnswerWrong() implements IdentityRefusal {
        @Override public String code() { return "identity.issuer-answer-wrong"; }
    }

    /** An answer that this session has not asked for, or asked for too long ago, or has had already. */
    record IssuerNotAsked() implements IdentityRefusal {
        @Override public String code() { return "identity.issuer-not-asked"; }
    }

    /** Known to the issuer and to nobody here, or here without any role: the same answer for all. */
    record ExternalNotAdmitted() implements IdentityRefusal {
        @Override public String code() { return "identity.external-not-admitted"; }
    }

    /** GビズIDエントリー: nobody has checked who that is. */
    record ExternalEntryLevel() implements IdentityRefusal {
        @Override public String code() { return "identity.external-entry-level"; }
    }

    record ExternalNumberMissing() implements IdentityRefusal {
        @Override public String code() { return "identity.external-number-missing"; }
    }

    record ExternalOrganisationNotHere(String number) implements IdentityRefusal {
        @Override public String code() { return "identity.external-organisation-not-here"; }
        @Override public Map<String, Object> facts() { return Map.of("number", number); }
    }

    record ExternalNumberChanged(String before, String now) implements IdentityRefusal {
        @Override public String code() { return "identity.external-number-changed"; }
        @Override public Map<String, Object> facts() { return Map.of("before", before, "now", now); }
    }

    record ExternalClaimMissing(String claim) implements IdentityRefusal {
        @Override public String code() { return "identity.external-claim-missing"; }
        @Override public Map<String, Object> facts() { return Map.of("claim", claim); }
    }

    record ExternalAddressTaken(String login) implements IdentityRefusal {
        @Override public String code() { return "identity.external-address-taken"; }
        @Override public Map<String, Object> facts() { return Map.of("login", login); }
    }

    record ExternalBelongsToAnother() implements IdentityRefusal {
        @Override public String code() { return "identity.external-belongs-to-another"; }
    }

    record ExternalUnknown() implements IdentityRefusal {
        @Override public String code() { return "identity.external-unknown"; }
    }

    /** Nobody shuts himself out. */
    record LastWayIn() implements IdentityRefusal {
        @Override public String code() { return "identity.last-way-in"; }
    }

    /** He has nothing yet to prove himself by but the issuer, and that was too long ago. */
    record SignInAnew() implements IdentityRefusal {
        @Override public String code() { return "identity.sign-in-anew"; }
    }
}
