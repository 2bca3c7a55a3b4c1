// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the whole program with MockMvc, on a real PostgreSQL and, for each class, a fresh database.
 *
 * <p>Fresh means: migrated, and empty of what other classes wrote. {@link FreshDatabase} on a method gives that method one of its
 * own. The {@link SettableClock} starts at {@link SettableClock#START}; nothing is loaded at the start.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@SpringBootTest(properties = {"torokubo.first-load=false", "torokubo.scheduled-work=false", "torokubo.pool-size=20", "torokubo.reading.first-wait=60s"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.Address.class)
@Import({TestClock.class, TestFailures.class})
@TestExecutionListeners(
        listeners = FreshDatabaseListener.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface TorokuboTest {}
