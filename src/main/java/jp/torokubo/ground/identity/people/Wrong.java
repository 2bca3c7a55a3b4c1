// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import jp.torokubo.ground.identity.IdentityRefusal;

/**
 * What is wrong with one field of a form.
 *
 * @param field name of the field; empty where the form as a whole is refused
 */
public record Wrong(String field, IdentityRefusal why) {

    public static Wrong whole(IdentityRefusal why) {
        return new Wrong("", why);
    }
}
