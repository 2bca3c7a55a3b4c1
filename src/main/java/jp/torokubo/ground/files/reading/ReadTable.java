// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.files.TableReading.Unseen;
import jp.torokubo.ground.files.UnreadableFile;
import jp.torokubo.ground.files.UnreadableFile.Why;

/** The child: one file in, frames out, and no trace. Its parent ends it when it takes too long or too much. */
public final class ReadTable {

    /** How a JVM ends that was told to end for want of memory; the few who only throw are made to end alike. */
    static final int OUT_OF_MEMORY = 3;

    private ReadTable() {}

    public static void run(String[] arguments) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        try {
            Frames.write(out, read(Path.of(arguments[4]), Format.valueOf(arguments[1]), arguments[2], Unseen.valueOf(arguments[3])));
        } catch (Unreadable unreadable) {
            Frames.write(out, unreadable.file());
        } catch (StackOverflowError tooDeep) {
            Frames.write(out, new UnreadableFile(Why.XML_TOO_DEEP, Map.of("part", "", "limit", Limits.XML_DEPTH)));
        } catch (OutOfMemoryError tooMuch) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
    }

    static List<Sheet> read(Path file, Format said, String encoding, Unseen unseen) throws IOException {
        if (Files.size(file) > Limits.FILE_BYTES) {
            throw new Unreadable(Why.TOO_LARGE, Map.of("limit", Limits.FILE_BYTES / 1024 / 1024));
        }
        byte[] bytes;
        try (var in = new FileInputStream(file.toFile())) {
            bytes = in.readAllBytes();
        }
        Sniff.check(bytes, said);
        return switch (said) {
            case TEXT -> TextReader.read(TextFile.decode(bytes, encoding));
            case CSV -> CsvReader.read(TextFile.decode(bytes, encoding));
            case XLSX -> XlsxReader.read(bytes, unseen);
        };
    }
}
