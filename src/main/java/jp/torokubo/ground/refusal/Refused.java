// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.refusal;

/**
 * Carries a refusal from the edge of the program (a malformed parameter, an unreadable upload) to the error page.
 *
 * <p>Use cases return their refusals; only {@code web} and {@code rest} packages throw this.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal why;

    public Refused(Refusal why) {
        super(why.code() + " " + why.facts());
        this.why = why;
    }

    public Refusal why() {
        return why;
    }
}
