// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.record.rulebook.store.DraftStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Later editions: drafted by one, confirmed by another, in force from a day that may be unknown. */
@TorokuboTest
@FreshDatabase
class EditionsByTwoPersonsTest {

    private static final Source GAZETTE = new Source(Provenance.OFFICIAL, "官報", "Official gazette");

    @Autowired Rulebook rulebook;
    @Autowired LoadRulebook load;
    @Autowired DraftEdition draftEdition;
    @Autowired ProposeEdition proposeEdition;
    @Autowired ConfirmEdition confirmEdition;
    @Autowired TurnDownEdition turnDownEdition;
    @Autowired DraftStore drafts;
    @Autowired JdbcClient database;

    Actor ichiro;
    Actor hanako;

    @BeforeEach
    void twoOperators() {
        ichiro = Operators.add(database, "一郎");
        hanako = Operators.add(database, "花子");
    }

    @Test
    void aConfirmedEditionIsInForceFromItsDay() {
        var draft = proposed(period("P2D", LocalDate.parse("2027-04-01")));

        var result = confirm(hanako, draft);

        assertThat(result).isEqualTo(new ConfirmEdition.Result.Recorded("period", "receipt-check", 2));
        assertThat(rulebook.period("receipt-check", LocalDate.parse("2027-03-31")).known()).isFalse();
        assertThat(rulebook.period("receipt-check", LocalDate.parse("2027-04-01")).value()).isEqualTo(java.time.Period.ofDays(2));
        assertThat(rulebook.editions(Kind.PERIOD, "receipt-check").newest().orElseThrow().recorderRole()).isEqualTo("operator");
    }

    @Test
    void anEditionWhoseDayIsUnknownDoesNotPushOutOneWhoseDayIsKnown() {
        confirm(hanako, proposed(framework("新しい本文。", null)));

        var day = LocalDate.parse("2026-11-21");
        assertThat(rulebook.edition(Kind.DOCUMENT, "basic-framework", day).orElseThrow().number()).isEqualTo(2);
        assertThat(rulebook.editions(Kind.DOCUMENT, "basic-framework").newest().orElseThrow().effectiveOn()).isNull();
    }

    @Test
    void theOneWhoProposedDoesNotConfirm() {
        var draft = proposed(period("P2D", null));

        assertThat(refusal(confirm(ichiro, draft))).isEqualTo("identity.same-person");
        assertThat(rulebook.editions(Kind.PERIOD, "receipt-check").list()).hasSize(1);
        assertThat(drafts.find(draft).orElseThrow().state()).isEqualTo(EditionDraft.State.PROPOSED);
    }

    @Test
    void whoHasNotProvenAnewWhoHeIsDoesNotConfirm() {
        var draft = proposed(period("P2D", null));
        var unproven = new Proof("", null, "192.0.2.1");

        var result = confirmEdition.handle(
                new ConfirmEdition.Command(id(), hanako, unproven, draft, drafts.find(draft).orElseThrow().hash()));

        assertThat(refusal(result)).isEqualTo("identity.proof-needed");
        assertThat(rulebook.editions(Kind.PERIOD, "receipt-check").list()).hasSize(1);
        assertThat(drafts.find(draft).orElseThrow().state()).isEqualTo(EditionDraft.State.PROPOSED);
    }

    @Test
    void whatTheSecondPersonSawMustBeWhatWasProposed() {
        var draft = proposed(period("P2D", null));

        var result = confirmEdition.handle(new ConfirmEdition.Command(id(), hanako, Operators.PROVEN, draft, "0".repeat(64)));

        assertThat(refusal(result)).isEqualTo("identity.changed-since-proposed");
        assertThat(rulebook.editions(Kind.PERIOD, "receipt-check").list()).hasSize(1);
    }

    @Test
    void ofTwoDraftsOnTheSameEditionTheSecondIsRefused() {
        var one = proposed(period("P2D", null));
        var other = proposed(period("P3D", null));
        confirm(hanako, one);

        assertThat(refusal(confirm(hanako, other))).isEqualTo("rulebook.newer-edition");
    }

    @Test
    void aConfirmationSentTwiceTakesEffectOnce() {
        var draft = proposed(period("P2D", null));
        var command = new ConfirmEdition.Command(id(), hanako, Operators.PROVEN, draft, drafts.find(draft).orElseThrow().hash());

        assertThat(confirmEdition.handle(command)).isEqualTo(confirmEdition.handle(command));
        assertThat(rulebook.editions(Kind.PERIOD, "receipt-check").list()).hasSize(2);
    }

    @Test
    void aDraftThatWasTurnedDownIsNotConfirmed() {
        var draft = proposed(period("P2D", null));

        turnDownEdition.handle(new TurnDownEdition.Command(id(), hanako, draft, "出典が違う"));

        assertThat(refusal(confirm(hanako, draft))).isEqualTo("rulebook.not-in-this-state");
    }

    @Test
    void radicalsAreBroughtToTheirOrdinaryForm() {
        var result = draftEdition.handle(framework("制度利⽤の在り⽅。", null));

        assertThat(((DraftEdition.Result.Drafted) result).cleaned()).isEqualTo(2);
        assertThat(drafts.find(((DraftEdition.Result.Drafted) result).draft()).orElseThrow().edition().get("text")).isEqualTo("制度利用の在り方。");
    }

    @Test
    void nothingIsDraftedThatCannotBeReadBack() {
        assertThat(draftRefusal(period("二日", null))).isEqualTo("rulebook.value-unreadable");
        assertThat(draftRefusal(period("", null))).isEqualTo("rulebook.nothing-changed");
        assertThat(draftRefusal(command(Kind.DOCUMENT, "basic-framework", Map.of(), null, new Source(Provenance.OFFICIAL, " ", "x"))))
                .isEqualTo("rulebook.source-missing");
        assertThat(draftRefusal(command(Kind.TERM, "新語", Map.of("name_ja", "新語"), null, GAZETTE))).isEqualTo("rulebook.subject-id-unfit");
        assertThat(draftRefusal(command(Kind.TERM, "new-term", Map.of("name_ja", "新語"), null, GAZETTE))).isEqualTo("rulebook.name-missing");
        assertThat(drafts.open()).isEmpty();
    }

    @Test
    @NthFailureOf({DraftEdition.class, Deed.class})
    void draftingHappensOnceOrNotAtAll() {
        var command = period("P2D", null);

        NthFailure.of(() -> draftEdition.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(ProposeEdition.class)
    void proposingHappensOnceOrNotAtAll() {
        var command = new ProposeEdition.Command(id(), ichiro, drafted(period("P2D", null)));

        NthFailure.of(() -> proposeEdition.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(ConfirmEdition.class)
    void confirmingHappensOnceOrNotAtAll() {
        var draft = proposed(period("P2D", null));
        var command = new ConfirmEdition.Command(id(), hanako, Operators.PROVEN, draft, drafts.find(draft).orElseThrow().hash());

        NthFailure.of(() -> confirmEdition.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(TurnDownEdition.class)
    void turningDownHappensOnceOrNotAtAll() {
        var command = new TurnDownEdition.Command(id(), hanako, proposed(period("P2D", null)), "出典が違う");

        NthFailure.of(() -> turnDownEdition.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(LoadRulebook.class)
    void theFirstLoadHappensOnceOrNotAtAll() throws Exception {
        try (var owner = TestDatabase.place().connectAsOwner(); var statement = owner.createStatement()) {
            statement.execute("alter table rulebook.edition disable trigger all");
            statement.execute("delete from rulebook.edition");
            statement.execute("delete from rulebook.shipped");
            statement.execute("alter table rulebook.edition enable trigger all");
        }

        NthFailure.of(load::handle).changesNothingAndARetryTakesEffectOnce();
    }

    private UUID proposed(DraftEdition.Command command) {
        var draft = drafted(command);
        assertThat(proposeEdition.handle(new ProposeEdition.Command(id(), ichiro, draft))).isInstanceOf(ProposeEdition.Result.Proposed.class);
        return draft;
    }

    private UUID drafted(DraftEdition.Command command) {
        return ((DraftEdition.Result.Drafted) draftEdition.handle(command)).draft();
    }

    private ConfirmEdition.Result confirm(Actor second, UUID draft) {
        return confirmEdition.handle(new ConfirmEdition.Command(id(), second, Operators.PROVEN, draft, drafts.find(draft).orElseThrow().hash()));
    }

    private static String refusal(ConfirmEdition.Result result) {
        return ((ConfirmEdition.Result.Refused) result).why().code();
    }

    private String draftRefusal(DraftEdition.Command command) {
        return ((DraftEdition.Result.Refused) draftEdition.handle(command)).why().code();
    }

    private DraftEdition.Command period(String value, LocalDate effectiveOn) {
        var before = rulebook.editions(Kind.PERIOD, "receipt-check").newest().orElseThrow();
        return command(Kind.PERIOD, "receipt-check", Map.of("value", value), effectiveOn, value.isEmpty() ? before.source() : GAZETTE);
    }

    private DraftEdition.Command framework(String text, LocalDate effectiveOn) {
        return command(Kind.DOCUMENT, "basic-framework", Map.of("text", text), effectiveOn, GAZETTE);
    }

    private DraftEdition.Command command(
            Kind kind, String subject, Map<String, String> fields, LocalDate effectiveOn, Source source) {
        return new DraftEdition.Command(
                id(), ichiro, kind, subject, fields, Standing.IN_FORCE, null, effectiveOn, null, "改定", "Revision", source);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }
}
