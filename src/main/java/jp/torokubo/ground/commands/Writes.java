// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.commands;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a use case that changes what is kept.
 *
 * <p>Each has a row in a test of n-th failures: whichever of its calls to the database fails, nothing has changed, and a second
 * attempt takes effect once. The build fails for one without a row.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Writes {}
