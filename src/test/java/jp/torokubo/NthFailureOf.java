// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * On a test method that lets each call of a use case fail in turn ({@link NthFailure}). {@link ArchitectureTest} fails for a use case that
 * writes and is named by none. Left to the profile {@code crash}: each of them runs its use case as often as it has calls.
 */
@Tag("crash")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NthFailureOf {
    Class<?>[] value();
}
