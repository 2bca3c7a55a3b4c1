// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database;

import jp.torokubo.ground.database.preparation.Ahead;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Lets the database be made ready while the program is being read. For the program that serves; nothing depends on it. */
public final class DatabaseAhead implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("databaseAhead", Ahead.of(context.getEnvironment()));
    }
}
