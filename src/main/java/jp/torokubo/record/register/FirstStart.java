// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the first list before the program says that it is ready. */
@Component
@Order(10)
@ConditionalOnBooleanProperty(name = "torokubo.first-load", matchIfMissing = true)
class FirstStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final LoadFirstList loadFirstList;

    FirstStart(LoadFirstList loadFirstList) {
        this.loadFirstList = loadFirstList;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (loadFirstList.handle(new LoadFirstList.Command()) instanceof LoadFirstList.Result.Loaded loaded) {
            LOG.info("{}サービスの一覧を読み込みました / loaded the list of {} services", loaded.services(), loaded.services());
        }
    }
}
