// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.util.List;
import jp.torokubo.ground.desk.KeptDays;
import jp.torokubo.ground.desk.Place;
import jp.torokubo.procedure.statement.ReadEvidenceDays;
import jp.torokubo.procedure.statement.ReadEvidenceDays.Near;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the start page of the provider's side says of evidence whose last day is near. */
@Configuration(proxyBeanMethods = false)
class EvidenceOnTheDesk {

    @Bean
    KeptDays lastDaysOfEvidence(ReadEvidenceDays days) {
        return reader -> days.handle(reader).stream().map(EvidenceOnTheDesk::day).toList();
    }

    private static KeptDays.Day day(Near near) {
        var statement = near.statement();
        return new KeptDays.Day(
                "statement.evidence.desk.renew", near.dossier().title() + "　" + statement.title(), "statement.evidence.desk.counted",
                List.of(near.expired(), near.soon(), (long) ReadEvidenceDays.DAYS_BEFORE),
                new Place("/desk/dossiers/" + statement.dossier().value() + "/statements/" + statement.id().value() + "/evidence"), near.first());
    }
}
