// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database;

import java.util.List;

/**
 * Something whose wholeness can be proved by computing it again. Each bean of this kind is asked by {@code java -jar torokubo.jar check}.
 */
public interface Checkable {

    /** What is checked, in words for the person who runs the check, in Japanese and then in English. */
    String name();

    /** One sentence for each thing that is not as it must be; empty when all is well. Writes nothing. */
    List<String> faults();
}
