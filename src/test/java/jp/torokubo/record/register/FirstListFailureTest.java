// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TorokuboTest
@FreshDatabase
class FirstListFailureTest {

    @Autowired LoadFirstList loadFirstList;

    @Test
    @NthFailureOf(LoadFirstList.class)
    void theFirstListIsLoadedWholeOrNotAtAll() {
        NthFailure.of(() -> loadFirstList.handle(new LoadFirstList.Command("first-load/one-service.csv"))).changesNothingAndARetryTakesEffectOnce();
    }
}
