// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.Optional;

/** What a statement names by number only. The register does not know the criteria; whoever puts pages together from both tells it. */
public interface ObjectiveTitles {

    /** Whether the edition of the criteria is one that is loaded here. */
    boolean knows(String edition);

    /** @param number of a chapter or an objective, with its suffix */
    Optional<Title> title(String edition, String number, boolean english);

    /** @param onlyJapanese whether the words are Japanese although English was asked for */
    record Title(String words, boolean onlyJapanese) {}
}
