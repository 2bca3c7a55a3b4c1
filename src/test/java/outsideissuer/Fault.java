// SPDX-License-Identifier: Apache-2.0
package outsideissuer;

/** What can be wrong with the next answer of an issuer. */
public enum Fault {
    NONE,
    /** The id token answers another question than the one that was asked. */
    WRONG_NONCE,
    /** The id token says that somebody else has issued it. */
    ANOTHER_ISSUER,
    /** The id token is meant for another program. */
    ANOTHER_AUDIENCE,
    /** The id token bears a signature by a key that is not the issuer's. */
    ANOTHER_KEY,
    /** The id token was good until an hour ago. */
    TOO_OLD,
    /** The code is handed out when its time is over. */
    EXPIRED_CODE,
    /** Whoever wants tokens is told that the issuer is busy. */
    BUSY,
    /** The claims are those of somebody else. */
    CLAIMS_OF_ANOTHER
}
