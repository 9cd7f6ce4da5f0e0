package se.varna.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What a file holds, read piece by piece: one piece is in memory at a time, and no connection is kept between them. When
 * the end has come it has been compared with the hash from when the file was received.
 */
class StoredContent extends InputStream {

    private static final byte[] NOTHING = {};

    private final EvidenceItem item;
    private final BiFunction<UUID, Integer, byte[]> pieces;
    private final MessageDigest digest = Sha256.begin();
    private byte[] piece = NOTHING;
    private int position;
    private int number;
    private long left;

    /** @param pieces gives the piece with that number */
    StoredContent(EvidenceItem item, BiFunction<UUID, Integer, byte[]> pieces) {
        this.item = item;
        this.pieces = pieces;
        this.left = item.size();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == piece.length && !next()) {
            return -1;
        }
        int given = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, given);
        position += given;
        return given;
    }

    /** @throws IOException when it is not what was received */
    private boolean next() throws IOException {
        if (left == 0) {
            return false;
        }
        piece = pieces.apply(item.id(), number++);
        position = 0;
        left -= piece.length;
        digest.update(piece);
        if (left < 0 || left == 0 && !HexFormat.of().formatHex(digest.digest()).equals(item.sha256())) {
            throw new IOException("the content of " + item.id() + " is not what was received");
        }
        return true;
    }
}
