// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether a backup still is what was written: every part hashed again and compared with the manifest. */
final class BackupCheck {

    private BackupCheck() {}

    /** One sentence for each part that is missing or changed. */
    static List<String> faults(Path backup) {
        var manifest = Manifest.readFrom(backup);
        var faults = new ArrayList<String>();
        manifest.tables().forEach(rows -> compare(backup, rows.file(), rows.sha256(), faults));
        manifest.files().forEach(stored -> compare(backup, stored.file(), stored.sha256(), faults));
        return faults;
    }

    private static void compare(Path backup, String file, String sha256, List<String> faults) {
        try {
            if (!Files.isRegularFile(backup.resolve(file))) {
                faults.add("%s がありません / is missing".formatted(file));
            } else if (!Hashing.of(backup.resolve(file)).equals(sha256)) {
                faults.add("%s が変更されています / was changed".formatted(file));
            }
        } catch (IOException unreadable) {
            faults.add("%s を読み取れません / cannot be read (%s)".formatted(file, unreadable));
        }
    }
}
