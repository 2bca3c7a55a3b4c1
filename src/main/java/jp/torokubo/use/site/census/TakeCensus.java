// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.census;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ListQuestion;
import jp.torokubo.record.register.RegisterReading.Order;
import org.springframework.stereotype.Component;

/** Counts a register as it stands on a day. */
@Component
public class TakeCensus {

    private final RegisterReading reading;

    TakeCensus(RegisterReading reading) {
        this.reading = reading;
    }

    public Census handle(RegisterName register, LocalDate asOf) {
        var list = reading.list(new ListQuestion(
                register, asOf, null, "", Set.of(), null, null, Order.NUMBER, false, 0, null));
        var batches = new ArrayList<Census.Batch>();
        long sum = 0;
        for (var grants : reading.grantsByDay(register, null)) {
            if (!grants.day().isAfter(asOf)) {
                sum += grants.count();
                batches.add(new Census.Batch(grants.day(), grants.count(), sum));
            }
        }
        return new Census(register, asOf, list.knownAt(), list.registerIndex(), list.completeUntil(), list.services(),
                batches);
    }
}
