// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.util.Map;
import jp.torokubo.ground.files.UnreadableFile;
import jp.torokubo.ground.files.UnreadableFile.Why;

/** Ends a reading from any depth of it; becomes a refusal at the child's door. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient UnreadableFile file;

    Unreadable(Why why) {
        this(why, Map.of());
    }

    Unreadable(Why why, Map<String, Object> facts) {
        super(why.code() + " " + facts);
        this.file = new UnreadableFile(why, facts);
    }

    UnreadableFile file() {
        return file;
    }
}
