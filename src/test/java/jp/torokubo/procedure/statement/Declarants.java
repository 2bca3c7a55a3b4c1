// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.World;

/** Two competing providers with a dossier each, an auditor of one, an agency that receives and one that does not, an operator. */
public final class Declarants {

    public static final String AGENCY_NUMBER = "8000012010038";
    public static final String OTHER_NUMBER = "4011001098993";

    public final OrganisationId alpha = World.organisation(OrganisationKind.PROVIDER, "株式会社アルファ", "7123456789012");
    public final OrganisationId beta = World.organisation(OrganisationKind.PROVIDER, "ベータ株式会社", "2120901007402");
    public final OrganisationId firm = World.organisation(OrganisationKind.AUDIT_BODY, "みらい監査法人");
    public final OrganisationId ministry = World.organisation(OrganisationKind.MINISTRY, "例省", AGENCY_NUMBER);
    public final OrganisationId otherAgency = World.organisation(OrganisationKind.MINISTRY, "別省", OTHER_NUMBER);
    /** Manages alpha. */
    public final Actor aiko = World.person("青木 愛子", Caller.PROVIDER_MANAGER, alpha);
    /** Writes for alpha. */
    public final Actor yuki = World.person("結城 由紀", Caller.PROVIDER_AUTHOR, alpha);
    /** Manages beta. */
    public final Actor ben = World.person("馬場 勉", Caller.PROVIDER_MANAGER, beta);
    /** Audits alpha. */
    public final Actor jiro = World.person("神田 次郎", Caller.AUDITOR, firm);
    /** Procures for the agency to which alpha may disclose. */
    public final Actor kana = World.person("金田 加奈", Caller.PROCUREMENT_OFFICER, ministry);
    /** Procures for another. */
    public final Actor rei = World.person("礼田 礼", Caller.PROCUREMENT_OFFICER, otherAgency);
    public final Actor operator = World.person("大野 運子", Caller.OPERATOR, OrganisationId.OPERATOR);
    public final DossierId ofAlpha = World.dossier(aiko, "アルファの件");
    public final DossierId ofBeta = World.dossier(ben, "ベータの件");

    public Declarants() {
        World.assign(ofAlpha, yuki, jp.torokubo.ground.identity.Part.AUTHOR, false);
        World.assign(ofAlpha, jiro, jp.torokubo.ground.identity.Part.AUDITOR, true);
        World.assign(ofBeta, ben, jp.torokubo.ground.identity.Part.AUTHOR, true);
    }

    /** All who must not learn of the dossier of alpha. */
    public List<Actor> strangers() {
        return List.of(ben, kana, rei, operator);
    }

    public static CommandId command() {
        return new CommandId(UUID.randomUUID());
    }

    public static StatementId opened(OpenStatement open, Actor actor, DossierId dossier) {
        return ((OpenStatement.Result.Opened) open.handle(
                        new OpenStatement.Command(command(), actor, dossier, "2026年度", "2024-07", null)))
                .statement();
    }

    public static ChangeAnswers.Command change(Actor actor, StatementId statement, AnswerEdit... edits) {
        return new ChangeAnswers.Command(
                command(), actor, statement, Deed.EDIT, null,
                Arrays.stream(edits).map(edit -> new ChangeAnswers.Wanted(edit, null)).toList());
    }

    public static AnswerEdit adopted(String control, String text) {
        return AnswerEdit.of(control).withChoice(Choice.ADOPTED).withRealisations(List.of(Realisation.throughout(Wording.of(text))));
    }

    public static AnswerEdit leftOut(String control, String reason) {
        return AnswerEdit.of(control).withChoice(Choice.LEFT_OUT).withReason(Wording.of(reason));
    }
}
