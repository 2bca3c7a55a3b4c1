// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import jp.torokubo.ground.database.DatabaseReplaced;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Gives each class, and each method that asks, a database of its own under the running program. */
class FreshDatabaseListener extends AbstractTestExecutionListener {

    /** Programs started so far: contexts are kept between classes, and all of them work on the one database. */
    private static final Set<ApplicationContext> programs = ConcurrentHashMap.newKeySet();

    @Override
    public int getOrder() {
        return 1_000; // before the program is started for the test
    }

    @Override
    public void beforeTestClass(TestContext test) throws SQLException {
        // a method of the class may have one of its own, but what runs before all methods needs one too
        replace();
    }

    @Override
    public void prepareTestInstance(TestContext test) {
        programs.add(test.getApplicationContext());
    }

    @Override
    public void beforeTestMethod(TestContext test) throws SQLException {
        if (AnnotatedElementUtils.hasAnnotation(test.getTestMethod(), FreshDatabase.class)
                || AnnotatedElementUtils.hasAnnotation(test.getTestClass(), FreshDatabase.class)) {
            replace();
        }
    }

    private static void replace() throws SQLException {
        programs.removeIf(program -> program instanceof org.springframework.context.ConfigurableApplicationContext known && !known.isActive());
        TestDatabase.fresh();
        for (var program : programs) {
            program.getBeansOfType(DataSource.class).values().forEach(FreshDatabaseListener::forget);
            program.getBean(SettableClock.class).set(SettableClock.START);
            program.publishEvent(new DatabaseReplaced());
        }
    }

    private static void forget(DataSource source) {
        try {
            if (source.isWrapperFor(HikariDataSource.class)) {
                var pool = source.unwrap(HikariDataSource.class).getHikariPoolMXBean();
                if (pool != null) {
                    pool.softEvictConnections();
                }
            }
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
