package se.varna.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as people send them, small or large, and some that they should not. */
public final class Files {

    /** The test file of those who make virus scanners: harmless, and found by all of them. In two halves, lest this file is. */
    public static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STAND" + "ARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    private static final int[] JPEG = {0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 'J', 'F', 'I', 'F', 0, 1, 1};

    private Files() {}

    /** Begins as a JPEG image does; the rest is the same noise each time. */
    public static byte[] jpeg(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        for (int i = 0; i < JPEG.length; i++) {
            bytes[i] = (byte) JPEG[i];
        }
        return bytes;
    }

    /** A program for Windows, as far as anyone looks at it. */
    public static byte[] program() {
        byte[] bytes = new byte[2000];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        bytes[0x3c] = (byte) 0x80;
        bytes[0x80] = 'P';
        bytes[0x81] = 'E';
        return bytes;
    }

    /** A few kB that would be a hundred MB, were they unpacked. */
    public static byte[] zipBomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a"));
            byte[] nothing = new byte[1024 * 1024];
            for (int i = 0; i < 100; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A file of Microsoft's older family: a message, or something else, by whether it holds the message's mark. */
    public static byte[] office(boolean message) {
        byte[] bytes = new byte[4096];
        int[] begin = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
        for (int i = 0; i < begin.length; i++) {
            bytes[i] = (byte) begin[i];
        }
        if (message) {
            byte[] mark = "__properties_version1.0".getBytes(StandardCharsets.UTF_16LE);
            System.arraycopy(mark, 0, bytes, 2000, mark.length);
        }
        return bytes;
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] first(byte[] bytes, int most) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, most));
    }
}
