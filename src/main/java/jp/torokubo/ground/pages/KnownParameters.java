// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The query parameters a page understands. All others, and empty ones, are dropped: the reader is sent on to the address without
 * them, so that a page has one address and an address that was copied says what it shows.
 *
 * <p>For pages only. The API answers an unknown parameter with 400 and the known ones.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface KnownParameters {
    String[] value();
}
