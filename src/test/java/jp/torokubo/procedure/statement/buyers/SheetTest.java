// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.torokubo.procedure.statement.Declarants.command;
import static jp.torokubo.record.register.Given.entered;
import static jp.torokubo.record.register.Given.facts;
import static jp.torokubo.record.register.Given.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.World;
import jp.torokubo.procedure.statement.Declarants;
import jp.torokubo.procedure.statement.DiscloseSheet;
import jp.torokubo.procedure.statement.EndSheetDisclosure;
import jp.torokubo.procedure.statement.PublishSheet;
import jp.torokubo.procedure.statement.ReadSheets;
import jp.torokubo.procedure.statement.SaveSheet;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.buyers.Sheet.SheetAnswer;
import jp.torokubo.record.register.Given;
import jp.torokubo.record.register.PublicStatement.Row;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.StatementHashes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@TorokuboTest
@FreshDatabase
class SheetTest {

    private static final String OURS = "C21-0001-2";
    private static final String THEIRS = "C21-0002-2";

    @Autowired MockMvc mvc;
    @Autowired RecordEvents recordEvents;
    @Autowired SaveSheet saveSheet;
    @Autowired PublishSheet publishSheet;
    @Autowired DiscloseSheet discloseSheet;
    @Autowired EndSheetDisclosure endDisclosure;
    @Autowired ReadSheets readSheets;

    private Declarants they;
    private String here;

    @BeforeEach
    void aDossierAndTwoServices() {
        they = new Declarants();
        here = "/desk/dossiers/" + they.ofAlpha.value() + "/buyers-sheet";
        entered(recordEvents, granted(1, Given.FIRST_BATCH, facts(OURS, "アルファクラウド", "株式会社アルファ")),
                granted(2, Given.FIRST_BATCH, facts(THEIRS, "ベータクラウド", "ベータ株式会社")));
    }

    @Test
    void everybodyReadsWhatIsPublicAndWhoItIsDisclosedToTheRestAndNobodyWhatIsForNobody() throws Exception {
        save(0, OURS, Map.of("sla", answer(Visibility.PUBLIC, "公開の回答"), "key-holder", answer(Visibility.AGENCIES, "相手だけの回答"),
                "logs", answer(Visibility.RESTRICTED, "内輪の回答")));
        assertThat(anybody("/services/" + OURS + "/buyers-sheet").getStatus()).as("a draft is not public").isEqualTo(404);
        assertThat(anybody("/services/" + OURS).getContentAsString(UTF_8)).doesNotContain("buyers-sheet");

        var hash = publish(1);

        var page = anybody("/services/" + OURS + "/buyers-sheet").getContentAsString(UTF_8);
        assertThat(page).contains("公開の回答", hash, "未定または非公開").doesNotContain("相手だけの回答", "内輪の回答", "??");
        assertThat(anybody("/en/services/" + OURS + "/buyers-sheet").getContentAsString(UTF_8)).contains("Undecided, or not shown here").doesNotContain("??");
        assertThat(anybody("/services/" + OURS).getContentAsString(UTF_8)).contains("/services/" + OURS + "/buyers-sheet");
        assertThat(anybody("/services/" + THEIRS + "/buyers-sheet").getStatus()).isEqualTo(404);

        assertThat(sent(they.kana, get(URI.create("/desk/buyers-sheets/" + hash))).getStatus()).isEqualTo(404);
        var disclosed = sent(they.aiko, form(here + "/editions/" + hash + "/disclosures")
                .param("receiver", Declarants.AGENCY_NUMBER).param("named", "例省"));
        assertThat(disclosed.getStatus()).isEqualTo(302);
        assertThat(page(they.kana, "/desk/buyers-sheets")).contains(hash.substring(0, 12), "アルファクラウド");
        assertThat(page(they.kana, "/desk/buyers-sheets/" + hash)).contains("公開の回答", "相手だけの回答").doesNotContain("内輪の回答", "??");
        assertThat(sent(they.rei, get(URI.create("/desk/buyers-sheets/" + hash))).getStatus()).isEqualTo(404);

        save(1, "", Map.of("service-name", answer(Visibility.AGENCIES, "登録前のクラウド")));
        discloseSheet.handle(new DiscloseSheet.Command(command(), they.aiko, they.ofAlpha, publish(2), Declarants.AGENCY_NUMBER, "例省"));
        assertThat(page(they.kana, "/desk/buyers-sheets")).as("of a service that is not in the register").contains("登録前のクラウド");

        var disclosure = readSheets.find(they.aiko, they.ofAlpha, hash).orElseThrow().disclosures().get(0).id();
        assertThat(sent(they.aiko, form(here + "/editions/" + hash + "/disclosures/" + disclosure + "/end")).getStatus()).isEqualTo(302);
        assertThat(sent(they.kana, get(URI.create("/desk/buyers-sheets/" + hash))).getStatus()).isEqualTo(404);
    }

    @Test
    void aNewEditionNeverChangesTheOldAndTheirHashesCanBeRecomputedFromWhatIsPublic() throws Exception {
        save(0, OURS, Map.of("sla", answer(Visibility.PUBLIC, "九九"), "logs", answer(Visibility.AGENCIES, "a")));
        var first = publish(1);
        assertThat(publishSheet.handle(new PublishSheet.Command(command(), they.aiko, they.ofAlpha, 1)))
                .isEqualTo(new PublishSheet.Result.Refused(new SheetRefusal.NothingNew(1)));
        save(1, OURS, Map.of("sla", answer(Visibility.RESTRICTED, "九九九")));
        var second = publish(2);

        assertThat(second).isNotEqualTo(first);
        assertThat(readSheets.find(they.aiko, they.ofAlpha, first).orElseThrow().sheet().answers()).containsKeys("sla", "logs");
        assertThat(anybody("/services/" + OURS + "/buyers-sheet").getContentAsString(UTF_8)).contains(second).doesNotContain("九九");
        assertThat(anybody("/services/" + OURS + "/buyers-sheet?edition=" + first).getContentAsString(UTF_8)).contains("九九", "前の版を表示");
        for (var hash : new String[] {first, second}) {
            var file = new JsonMapper().readValue(anybody("/services/" + OURS + "/buyers-sheet.json?edition=" + hash).getContentAsByteArray(), Map.class);
            var rows = ((java.util.List<?>) file.get("rows")).stream().map(row -> (Map<?, ?>) row)
                    .map(row -> new Row((String) row.get("key"), (String) row.get("salt"), (String) row.get("value"))).toList();
            assertThat(StatementHashes.version((String) file.get("edition"), StatementHashes.section(rows), (String) file.get("agencies"),
                            (String) file.get("restricted")))
                    .isEqualTo(hash);
        }
    }

    @Test
    void nobodyAnswersForTheServiceOfAnother() throws Exception {
        assertThat(saved(they.yuki, 0, THEIRS, Map.of()))
                .isEqualTo(new SaveSheet.Result.Refused("service", new SheetRefusal.ServiceOfAnother(THEIRS)));
        assertThat(saved(they.yuki, 0, "C99-9999-2", Map.of()))
                .isEqualTo(new SaveSheet.Result.Refused("service", new SheetRefusal.ServiceUnknown("C99-9999-2")));
        var answer = sent(they.yuki, form(here).param("seen", "0").param("service", THEIRS).param("sla.ja", "書いたもの").param("sla.for", "public"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains("登録簿では、" + THEIRS + " の事業者は貴組織ではありません", "書いたもの", "service-error");

        save(0, "", Map.of("sla", answer(Visibility.PUBLIC, "載らない")));
        publish(1);
        assertThat(anybody("/services/" + OURS + "/buyers-sheet").getStatus()).as("a sheet without a service is on no page").isEqualTo(404);
    }

    @Test
    void anAdviserWritesBesideTheServiceThatIsNamedAndNamesNone() {
        var advisers = World.organisation(OrganisationKind.ADVISER, "助言株式会社");
        var ada = World.person("網田 助", Caller.ADVISER, advisers);
        World.assign(they.ofAlpha, ada, Part.ADVISER, false);
        assertThat(saved(ada, 0, OURS, Map.of())).isEqualTo(new SaveSheet.Result.Refused("service", new SheetRefusal.ServiceOfAnother(OURS)));
        save(0, OURS, Map.of());

        assertThat(saved(ada, 1, OURS, Map.of("sla", answer(Visibility.PUBLIC, "助言")))).isEqualTo(new SaveSheet.Result.Saved(2));
    }

    @Test
    void aServiceThatIsNotHisAnyMoreIsNotPublishedFor() {
        save(0, OURS, Map.of("sla", answer(Visibility.PUBLIC, "九九")));
        World.said("update identity.organisation_name set name_ja = '改名株式会社' where organisation = ?", they.alpha.value());

        assertThat(publishSheet.handle(new PublishSheet.Command(command(), they.aiko, they.ofAlpha, 1)))
                .isEqualTo(new PublishSheet.Result.Refused(new SheetRefusal.ServiceOfAnother(OURS)));
    }

    @Test
    void whoSavesOverWhatAnotherHasSavedIsToldAndOnlyTheManagerPublishes() throws Exception {
        save(0, "", Map.of("sla", answer(Visibility.PUBLIC, "先")));

        var late = sent(they.aiko, form(here).param("seen", "0").param("sla.ja", "後").param("sla.for", "public"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString(UTF_8)).contains("ほかの人が保存しました", ">後</textarea>", "name=\"seen\" value=\"1\"");
        assertThat(publishSheet.handle(new PublishSheet.Command(command(), they.yuki, they.ofAlpha, 1)))
                .isEqualTo(new PublishSheet.Result.Refused(new StatementRefusal.OnlyTheManagerFreezes()));
        assertThat(publishSheet.handle(new PublishSheet.Command(command(), they.aiko, they.ofAlpha, 0)))
                .isEqualTo(new PublishSheet.Result.Refused(new SheetRefusal.SavedMeanwhile()));
        assertThat(page(they.yuki, here)).contains("先").doesNotContain("新しい版を作る</button>", "??");
        assertThat(page(they.aiko, "/en" + here)).contains("Make a new edition").doesNotContain("??");
    }

    @Test
    void anEmptyAnswerIsNoAnswerAndALongOneIsSaidAtItsQuestion() throws Exception {
        assertThat(publishSheet.handle(new PublishSheet.Command(command(), they.aiko, they.ofAlpha, 0)))
                .isEqualTo(new PublishSheet.Result.Refused(new SheetRefusal.NothingAnswered()));
        var long1 = sent(they.yuki, form(here).param("seen", "0").param("sla.ja", "あ".repeat(SaveSheet.LONGEST_ANSWER + 1)));
        assertThat(long1.getContentAsString(UTF_8)).contains("回答が長すぎます（4001文字）", "sla-error");
        sent(they.yuki, form(here).param("seen", "0").param("sla.ja", " ").param("sla.for", "public").param("logs.en", "All").param("logs.for", "x"));
        assertThat(readSheets.desk(they.yuki, they.ofAlpha).orElseThrow().draft().sheet().answers())
                .isEqualTo(Map.of("logs", new SheetAnswer(Visibility.RESTRICTED, new Wording("", "All"))));
    }

    @Test
    void toStrangersNothingOfItIsThereWithEitherGuardAlone() throws Exception {
        save(0, "", Map.of("sla", answer(Visibility.AGENCIES, "秘密")));
        var hash = publish(1);
        nothingIsThere(hash);
        World.withoutPolicies();
        try {
            nothingIsThere(hash);
        } finally {
            World.withPolicies();
        }
    }

    private void nothingIsThere(String hash) throws Exception {
        for (var stranger : they.strangers()) {
            assertThat(readSheets.desk(stranger, they.ofAlpha)).isEmpty();
            assertThat(readSheets.find(stranger, they.ofAlpha, hash)).isEmpty();
            assertThat(readSheets.find(stranger, they.ofBeta, hash)).isEmpty();
            assertThat(readSheets.received(stranger)).isEmpty();
            assertThat(readSheets.received(stranger, hash)).isEmpty();
            assertThat(saved(stranger, 1, "", Map.of("sla", answer(Visibility.PUBLIC, "x")))).isInstanceOf(SaveSheet.Result.Refused.class);
            assertThat(publishSheet.handle(new PublishSheet.Command(command(), stranger, they.ofAlpha, 1)))
                    .isInstanceOf(PublishSheet.Result.Refused.class);
            assertThat(discloseSheet.handle(new DiscloseSheet.Command(
                            command(), stranger, they.ofAlpha, hash, Declarants.OTHER_NUMBER, "x")))
                    .isEqualTo(new DiscloseSheet.Result.Refused(new SheetRefusal.SheetUnknown()));
            assertThat(endDisclosure.handle(new EndSheetDisclosure.Command(command(), stranger, they.ofAlpha, hash, UUID.randomUUID())))
                    .isEqualTo(new EndSheetDisclosure.Result.Refused(new SheetRefusal.SheetUnknown()));
        }
        assertThat(readSheets.desk(they.jiro, they.ofAlpha)).as("the auditor").isEmpty();
        for (var page : new String[] {here, here + "/editions/" + hash, "/desk/buyers-sheets/" + hash}) {
            assertThat(sent(they.ben, get(URI.create(page))).getStatus()).as(page).isEqualTo(404);
        }
        assertThat(sent(they.yuki, get(URI.create(here + "/editions/" + "0".repeat(64)))).getStatus()).isEqualTo(404);
    }

    @Test
    @NthFailureOf(SaveSheet.class)
    void aDraftIsSavedOnceOrNotAtAll() {
        var command = new SaveSheet.Command(
                command(), they.yuki, they.ofAlpha, 0, OURS, Map.of("sla", answer(Visibility.PUBLIC, "九九")));

        NthFailure.of(() -> saveSheet.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(PublishSheet.class)
    void anEditionIsMadeOnceOrNotAtAll() {
        save(0, OURS, Map.of("sla", answer(Visibility.PUBLIC, "九九")));
        var command = new PublishSheet.Command(command(), they.aiko, they.ofAlpha, 1);

        NthFailure.of(() -> publishSheet.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(DiscloseSheet.class)
    void aSheetIsDisclosedOnceOrNotAtAll() {
        save(0, "", Map.of("sla", answer(Visibility.AGENCIES, "九九")));
        var command = new DiscloseSheet.Command(command(), they.aiko, they.ofAlpha, publish(1), Declarants.AGENCY_NUMBER, "例省");

        NthFailure.of(() -> discloseSheet.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(EndSheetDisclosure.class)
    void aDisclosureEndsOnceOrNotAtAll() {
        save(0, "", Map.of("sla", answer(Visibility.AGENCIES, "九九")));
        var hash = publish(1);
        var disclosure = ((DiscloseSheet.Result.Disclosed) discloseSheet.handle(new DiscloseSheet.Command(
                        command(), they.aiko, they.ofAlpha, hash, Declarants.AGENCY_NUMBER, "例省")))
                .disclosure();
        var command = new EndSheetDisclosure.Command(command(), they.aiko, they.ofAlpha, hash, disclosure);

        NthFailure.of(() -> endDisclosure.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    void theQuestionsOfASetAreEachThereOnceInBothLanguages() {
        var questions = BuyersQuestions.newest().all();

        assertThat(questions).allSatisfy(question -> {
            assertThat(question.words().ja()).isNotBlank();
            assertThat(question.words().en()).isNotBlank();
        });
        assertThat(questions.stream().map(BuyersQuestions.Question::topic).collect(Collectors.toSet())).containsExactlyInAnyOrder(
                "service", "keys", "sign-in", "logs", "availability", "incidents", "exit", "support", "network");
    }

    private static SheetAnswer answer(Visibility visibility, String text) {
        return new SheetAnswer(visibility, Wording.of(text));
    }

    private void save(long seen, String service, Map<String, SheetAnswer> answers) {
        assertThat(saved(they.yuki, seen, service, answers)).isEqualTo(new SaveSheet.Result.Saved(seen + 1));
    }

    private SaveSheet.Result saved(Actor actor, long seen, String service, Map<String, SheetAnswer> answers) {
        return saveSheet.handle(new SaveSheet.Command(command(), actor, they.ofAlpha, seen, service, answers));
    }

    private String publish(long seen) {
        return ((PublishSheet.Result.Published) publishSheet.handle(
                        new PublishSheet.Command(command(), they.aiko, they.ofAlpha, seen)))
                .hash();
    }

    private static MockHttpServletRequestBuilder form(String address) {
        return post(URI.create(address)).param("commandId", UUID.randomUUID().toString());
    }

    private String page(Actor actor, String address) throws Exception {
        var answer = sent(actor, get(URI.create(address)));
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }

    private MockHttpServletResponse anybody(String address) throws Exception {
        return mvc.perform(get(URI.create(address))).andReturn().getResponse();
    }

    private MockHttpServletResponse sent(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(Operators.signedIn(actor)).with(csrf())).andReturn().getResponse();
    }
}
