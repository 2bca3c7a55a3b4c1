// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files byte by byte, so that a test can make them lie. */
final class RawZip {

    /** One part; what it says of itself may be changed before it is written. */
    static final class Part {
        String name;
        String localName;
        byte[] packed;
        long size;
        long saidSize;
        long crc;
        int flags;
        int method = 8;
        int attributes;
        long offset = -1;
        int localMethod = 8;
        boolean written = true;
        byte[] extra = {};

        Part(String name, byte[] content) {
            this.name = name;
            this.localName = name;
            this.packed = deflate(content);
            this.size = content.length;
            this.saidSize = content.length;
            var crc32 = new CRC32();
            crc32.update(content);
            this.crc = crc32.getValue();
        }
    }

    final List<Part> parts = new ArrayList<>();
    byte[] before = {};
    byte[] after = {};

    Part add(String name, String content) {
        return add(name, content.getBytes(UTF_8));
    }

    Part add(String name, byte[] content) {
        var part = new Part(name, content);
        parts.add(part);
        return part;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(before);
        for (Part part : parts) {
            if (!part.written) {
                continue;
            }
            part.offset = out.size();
            byte[] name = part.localName.getBytes(UTF_8);
            out.writeBytes(little(30).putInt(0x04034b50).putShort((short) 20).putShort((short) part.flags)
                    .putShort((short) part.localMethod).putInt(0).putInt((int) part.crc).putInt(part.packed.length)
                    .putInt((int) part.size).putShort((short) name.length).putShort((short) 0).array());
            out.writeBytes(name);
            out.writeBytes(part.packed);
        }
        int directory = out.size();
        for (Part part : parts) {
            byte[] name = part.name.getBytes(UTF_8);
            out.writeBytes(little(46).putInt(0x02014b50).putShort((short) 20).putShort((short) 20)
                    .putShort((short) part.flags).putShort((short) part.method).putInt(0).putInt((int) part.crc)
                    .putInt(part.packed.length).putInt((int) part.saidSize).putShort((short) name.length)
                    .putShort((short) part.extra.length).putShort((short) 0).putShort((short) 0).putShort((short) 0)
                    .putInt(part.attributes).putInt((int) part.offset).array());
            out.writeBytes(name);
            out.writeBytes(part.extra);
        }
        int length = out.size() - directory;
        out.writeBytes(little(22).putInt(0x06054b50).putShort((short) 0).putShort((short) 0)
                .putShort((short) parts.size()).putShort((short) parts.size()).putInt(length).putInt(directory)
                .putShort((short) 0).array());
        out.writeBytes(after);
        return out.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] deflate(byte[] content) {
        var deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[65_536];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
