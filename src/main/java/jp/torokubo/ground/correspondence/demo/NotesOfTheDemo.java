// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.demo;

import java.util.List;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.correspondence.WriteNote;
import jp.torokubo.ground.identity.DemoCast;
import jp.torokubo.ground.identity.DemoScene;
import jp.torokubo.ground.identity.Ids;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A few notes in the dossiers of two competing providers, so that every page has something to show. */
@Component
@Profile("demo")
class NotesOfTheDemo implements DemoScene {

    private final WriteNote writeNote;
    private final Ids ids;

    NotesOfTheDemo(WriteNote writeNote, Ids ids) {
        this.writeNote = writeNote;
        this.ids = ids;
    }

    @Override
    public void play(DemoCast cast) {
        write(cast, "hokuto-author", "hokuto-renewal", "例：言明の対象範囲の案を用意しました。ご確認をお願いします。");
        write(cast, "kansa-one", "hokuto-renewal", "例：対象範囲に予備系のリージョンが含まれるか、確認させてください。");
        write(cast, "hokuto-manager", "hokuto-renewal", "例：含みます。次の版の案に明記します。");
        write(cast, "minami-author", "minami-first", "例：監査対象期間の始まりについて相談します。");
        write(cast, "kansa-two", "minami-first", "例：3か月以上が必要です。計画を次回お持ちします。");
    }

    private void write(DemoCast cast, String who, String dossier, String text) {
        var result = writeNote.handle(new WriteNote.Command(
                new CommandId(ids.next()), cast.person(who), cast.dossier(dossier), text, null, List.of()));
        if (!(result instanceof WriteNote.Result.Written)) {
            throw new IllegalStateException("the demo writes a note, yet: " + result);
        }
    }
}
