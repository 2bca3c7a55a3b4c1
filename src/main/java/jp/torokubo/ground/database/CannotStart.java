// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database;

/** The program cannot run as it was asked to, and a person has to change something first. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String japanese;
    private final String english;

    public CannotStart(String japanese, String english) {
        super(japanese + " / " + english);
        this.japanese = japanese;
        this.english = english;
    }

    public String japanese() {
        return japanese;
    }

    public String english() {
        return english;
    }
}
