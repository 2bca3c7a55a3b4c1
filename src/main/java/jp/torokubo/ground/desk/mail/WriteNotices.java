// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.desk.Audience;
import jp.torokubo.ground.desk.TaskId;
import jp.torokubo.ground.desk.store.Notices;
import jp.torokubo.ground.identity.Addressees;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes into the outbox what the next mail of somebody has to speak of; nothing where mail is off. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WriteNotices {

    private final MailSettings settings;
    private final Addressees addressees;
    private final Notices notices;
    private final Ids ids;
    private final InstantSource clock;

    WriteNotices(MailSettings settings, Addressees addressees, Notices notices, Ids ids, InstantSource clock) {
        this.settings = settings;
        this.addressees = addressees;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** One for everybody it is for at this moment. */
    public void ofTask(TaskId task, String kind, Audience audience) {
        if (settings.on()) {
            everybody(audience).forEach(person -> notices.addOfTask(ids.next(), person, kind, task, clock.instant()));
        }
    }

    public void ofMessage(UUID message, String kind, PersonId person) {
        if (settings.on()) {
            notices.addOfMessage(ids.next(), person, kind, message, clock.instant());
        }
    }

    private List<PersonId> everybody(Audience audience) {
        if (audience instanceof Audience.OnePerson one) {
            return List.of(one.person());
        }
        var holders = (Audience.Holders) audience;
        return addressees.holding(holders.role(), holders.organisation());
    }
}
