// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.util.List;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.files.TableReading.Unseen;

/** The reader without its child process, for tests in which only what it reads counts. */
public final class ReadHere {

    private ReadHere() {}

    public static List<Sheet> xlsx(byte[] file) {
        return XlsxReader.read(file, Unseen.MARKED);
    }
}
