// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the database access of public routes: a login that can read the published tables and nothing else.
 *
 * <p>Inject {@code @PublicRead JdbcClient} in a store that answers the public; the unmarked {@code JdbcClient} is the program's
 * own login.
 */
@Qualifier("publicRead")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface PublicRead {}
