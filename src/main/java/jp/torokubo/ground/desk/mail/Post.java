// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

/** Hands mail to the mail server. */
interface Post {

    /** Returns when the server has taken it. */
    void deliver(Letter letter) throws NotDelivered;
}
