// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says who may call a handler: any of these. A handler without it fails the build, and is refused at run time. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Admits {
    Caller[] value();
}
