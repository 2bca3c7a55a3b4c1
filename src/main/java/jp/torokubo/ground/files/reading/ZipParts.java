// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import jp.torokubo.ground.files.UnreadableFile.Why;

/**
 * The parts of a zip file that has been looked over before anything is unpacked.
 *
 * <p>Directory and local headers must say the same, parts may not lie over one another, names may not leave the folder, and
 * what a part unpacks to is bounded by what its header says, which is bounded by us. Anything clever is refused: no program
 * that writes workbooks needs it.
 */
final class ZipParts {

    private static final int END = 0x06054b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int DIRECTORY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 8;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;
    private static final int UNIX_KIND = 0xF000;
    private static final int UNIX_LINK = 0xA000;

    private record Part(String name, int flags, int method, long crc, long packed, long size, long offset) {}

    private final byte[] file;
    private final ByteBuffer bytes;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, Integer> dataAt = new LinkedHashMap<>();

    private ZipParts(byte[] file) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ZipParts of(byte[] file) {
        var zip = new ZipParts(file);
        try {
            zip.readDirectory();
            zip.checkSizes();
            zip.checkLocalHeaders();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException beyondTheEnd) {
            throw new Unreadable(Why.ZIP_DAMAGED);
        }
        return zip;
    }

    Set<String> names() {
        return parts.keySet();
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    private void readDirectory() {
        int end = findEnd();
        int count = unsigned16(end + 10);
        if (unsigned16(end + 4) != 0 || unsigned16(end + 8) != count) {
            throw new Unreadable(Why.ZIP_DAMAGED);
        }
        if (count > Limits.ZIP_PARTS) {
            throw new Unreadable(Why.ZIP_TOO_MANY_PARTS, Map.of("limit", Limits.ZIP_PARTS));
        }
        long length = unsigned32(end + 12);
        long start = unsigned32(end + 16);
        if (start + length > end) {
            throw new Unreadable(Why.ZIP_DAMAGED);
        }
        Set<String> seen = new HashSet<>();
        int at = (int) start;
        for (int n = 0; n < count; n++) {
            at = readDirectoryEntry(at, seen);
        }
        if (at != start + length) {
            throw new Unreadable(Why.ZIP_DAMAGED);
        }
    }

    /** The end record must close the file exactly: a comment or bytes behind it are where second directories hide. */
    private int findEnd() {
        int end = file.length - END_LENGTH;
        if (end < 0 || bytes.getInt(end) != END || unsigned16(end + 20) != 0) {
            throw new Unreadable(Why.ZIP_DAMAGED);
        }
        return end;
    }

    private int readDirectoryEntry(int at, Set<String> seen) {
        if (bytes.getInt(at) != DIRECTORY) {
            throw new Unreadable(Why.ZIP_DAMAGED);
        }
        int flags = unsigned16(at + 8);
        int nameLength = unsigned16(at + 28);
        int extraLength = unsigned16(at + 30);
        int commentLength = unsigned16(at + 32);
        long attributes = unsigned32(at + 38);
        String name = new String(file, at + DIRECTORY_LENGTH, nameLength, UTF_8);
        checkName(name);
        if ((flags & ENCRYPTED) != 0) {
            throw new Unreadable(Why.ZIP_ENCRYPTED, Map.of("part", name));
        }
        if ((((int) (attributes >>> 16)) & UNIX_KIND) == UNIX_LINK) {
            throw new Unreadable(Why.ZIP_BAD_NAME, Map.of("part", name));
        }
        if (!seen.add(name.toLowerCase(Locale.ROOT))) {
            throw new Unreadable(Why.ZIP_DUPLICATE, Map.of("part", name));
        }
        var zip64 = new Zip64(at + DIRECTORY_LENGTH + nameLength, extraLength);
        long size = zip64.orOf(unsigned32(at + 24));
        long packed = zip64.orOf(unsigned32(at + 20));
        long offset = zip64.orOf(unsigned32(at + 42));
        parts.put(name, new Part(name, flags, unsigned16(at + 10), unsigned32(at + 16), packed, size, offset));
        return at + DIRECTORY_LENGTH + nameLength + extraLength + commentLength;
    }

    private static void checkName(String name) {
        boolean bad = name.isEmpty() || name.length() > 200 || name.startsWith("/") || name.contains("\\")
                || name.contains(":") || name.contains("\uFFFD") || name.chars().anyMatch(c -> c < 0x20 || c == 0x7F)
                || List.of(name.split("/")).contains("..");
        if (bad) {
            throw new Unreadable(Why.ZIP_BAD_NAME, Map.of("part", name.length() > 80 ? name.substring(0, 80) + "…" : name));
        }
    }

    private void checkSizes() {
        long all = 0;
        for (Part part : parts.values()) {
            if (part.size() < 0 || part.packed() < 0 || part.offset() < 0) {
                throw new Unreadable(Why.ZIP_DAMAGED);
            }
            boolean tooTight = part.size() > Limits.ZIP_RATIO_FROM && part.size() / Math.max(1, part.packed()) > Limits.ZIP_RATIO;
            if (part.size() > Limits.ZIP_PART_BYTES || tooTight) {
                throw new Unreadable(Why.ZIP_BOMB, Map.of("part", part.name()));
            }
            all += part.size();
            if (all > Limits.ZIP_BYTES) {
                throw new Unreadable(Why.ZIP_BOMB, Map.of("part", part.name()));
            }
            if (part.method() != STORED && part.method() != DEFLATED || part.packed() > file.length) {
                throw new Unreadable(Why.ZIP_DAMAGED);
            }
        }
    }

    private void checkLocalHeaders() {
        var inOrder = new ArrayList<>(parts.values());
        inOrder.sort(Comparator.comparingLong(Part::offset));
        long free = 0;
        for (Part part : inOrder) {
            if (part.offset() < free) {
                throw new Unreadable(Why.ZIP_BOMB, Map.of("part", part.name()));
            }
            int at = (int) Math.min(part.offset(), Integer.MAX_VALUE / 2);
            int nameLength = unsigned16(at + 26);
            int extraLength = unsigned16(at + 28);
            boolean sameName = nameLength == part.name().getBytes(UTF_8).length
                    && new String(file, at + LOCAL_LENGTH, nameLength, UTF_8).equals(part.name());
            if (bytes.getInt(at) != LOCAL || !sameName || unsigned16(at + 8) != part.method()
                    || (unsigned16(at + 6) & ENCRYPTED) != 0) {
                throw new Unreadable(Why.ZIP_DAMAGED);
            }
            var zip64 = new Zip64(at + LOCAL_LENGTH + nameLength, extraLength);
            long size = zip64.orOf(unsigned32(at + 22));
            long packed = zip64.orOf(unsigned32(at + 18));
            boolean saidLater = (unsigned16(at + 6) & SIZES_FOLLOW) != 0 && packed == 0 && size == 0;
            if (!saidLater && (size != part.size() || packed != part.packed())) {
                throw new Unreadable(Why.ZIP_DAMAGED);
            }
            int data = at + LOCAL_LENGTH + nameLength + extraLength;
            if (data + part.packed() > file.length) {
                throw new Unreadable(Why.ZIP_DAMAGED);
            }
            dataAt.put(part.name(), data);
            free = data + part.packed();
        }
    }

    /** Unpacks one part; what comes out must be as long as was said, and have the checksum that was said. */
    byte[] unpack(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new Unreadable(Why.ZIP_DAMAGED);
        }
        byte[] unpacked = new byte[(int) part.size()];
        int from = dataAt.getOrDefault(name, 0);
        if (part.method() == STORED) {
            if (part.size() != part.packed()) {
                throw new Unreadable(Why.ZIP_DAMAGED);
            }
            System.arraycopy(file, from, unpacked, 0, unpacked.length);
        } else {
            inflate(part, from, unpacked);
        }
        var crc = new CRC32();
        crc.update(unpacked);
        if (crc.getValue() != part.crc()) {
            throw new Unreadable(Why.ZIP_DAMAGED);
        }
        return unpacked;
    }

    private void inflate(Part part, int from, byte[] into) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(file, from, (int) part.packed());
            int at = 0;
            while (at < into.length) {
                int more = inflater.inflate(into, at, into.length - at);
                if (more == 0) {
                    throw new Unreadable(Why.ZIP_DAMAGED);
                }
                at += more;
            }
            if (!inflater.finished() && inflater.inflate(new byte[1]) != 0) {
                throw new Unreadable(Why.ZIP_BOMB, Map.of("part", part.name()));
            }
        } catch (DataFormatException damaged) {
            throw new Unreadable(Why.ZIP_DAMAGED);
        } finally {
            inflater.end();
        }
    }

    private int unsigned16(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private long unsigned32(int at) {
        return bytes.getInt(at) & 0xFFFFFFFFL;
    }

    /** The long sizes some writers put beside the short ones, in the order in which the short ones point to them. */
    private final class Zip64 {

        private int at = -1;
        private int end;

        Zip64(int extra, int length) {
            int from = extra;
            while (from + 4 <= extra + length) {
                int size = unsigned16(from + 2);
                if (unsigned16(from) == 1) {
                    at = from + 4;
                    end = Math.min(at + size, extra + length);
                    return;
                }
                from += 4 + size;
            }
        }

        long orOf(long shortValue) {
            if (shortValue != IN_ZIP64) {
                return shortValue;
            }
            if (at < 0 || at + 8 > end) {
                throw new Unreadable(Why.ZIP_DAMAGED);
            }
            long value = bytes.getLong(at);
            at += 8;
            return value;
        }
    }
}
