// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.correspondence.WriteNote.GivenFile;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.World;

/** Two providers with a dossier each, two teams of one audit firm, and everybody else who must learn of nothing. */
public final class Correspondents {

    public final OrganisationId alpha = World.organisation(OrganisationKind.PROVIDER, "株式会社アルファ");
    public final OrganisationId beta = World.organisation(OrganisationKind.PROVIDER, "ベータ株式会社");
    public final OrganisationId firm = World.organisation(OrganisationKind.AUDIT_BODY, "みらい監査法人");
    /** Manages alpha. */
    public final Actor aiko = World.person("青木 愛子", Caller.PROVIDER_MANAGER, alpha);
    /** Writes for alpha. */
    public final Actor yuki = World.person("結城 由紀", Caller.PROVIDER_AUTHOR, alpha);
    /** Of alpha, and not assigned. */
    public final Actor akira = World.person("秋山 明", Caller.PROVIDER_AUTHOR, alpha);
    /** Manages beta. */
    public final Actor ben = World.person("馬場 勉", Caller.PROVIDER_MANAGER, beta);
    /** Audits alpha. */
    public final Actor jiro = World.person("神田 次郎", Caller.AUDITOR, firm);
    /** Audits beta. */
    public final Actor saburo = World.person("佐伯 三郎", Caller.AUDITOR, firm);
    /** Audited alpha until yesterday. */
    public final Actor goro = World.person("権田 五郎", Caller.AUDITOR, firm);
    public final Actor operator = World.person("大野 運子", Caller.OPERATOR, OrganisationId.OPERATOR);
    public final DossierId ofAlpha = World.dossier(aiko, "アルファの件");
    public final DossierId ofBeta = World.dossier(ben, "ベータの件");

    public Correspondents() {
        World.assign(ofAlpha, yuki, Part.AUTHOR, false);
        World.assign(ofAlpha, jiro, Part.AUDITOR, true);
        World.assign(ofBeta, saburo, Part.AUDITOR, true);
        var over = World.assign(ofAlpha, goro, Part.AUDITOR, false);
        World.said("update identity.assignment set ends_at = starts_at + interval '1 minute' where id = ?", over);
    }

    /** All who must not learn of the dossier of alpha. */
    public List<Actor> strangers() {
        return List.of(akira, ben, saburo, goro, operator);
    }

    public static WriteNote.Command note(Actor actor, DossierId dossier, String text, GivenFile... files) {
        return new WriteNote.Command(
                new CommandId(UUID.randomUUID()), actor, dossier, text, null, Arrays.asList(files));
    }

    public static GivenFile file(String name, String content) {
        return file(name, content.getBytes(UTF_8));
    }

    public static GivenFile file(String name, byte[] content) {
        try {
            var path = Files.createTempFile(Path.of("target"), "given-", ".part");
            path.toFile().deleteOnExit();
            Files.write(path, content);
            return new GivenFile(name, path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static UUID written(WriteNote.Result result) {
        return ((WriteNote.Result.Written) result).note();
    }
}
