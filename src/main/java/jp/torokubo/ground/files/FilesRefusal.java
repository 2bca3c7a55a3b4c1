// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why a file that is there is not handed out. */
public sealed interface FilesRefusal extends Refusal {

    record TooManyInAnHour(int most) implements FilesRefusal {
        @Override public String code() { return "files.too-many-in-an-hour"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most); }
    }
}
