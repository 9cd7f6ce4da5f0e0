package se.varna.evidence;

import java.util.Arrays;

/** Looks for a row of bytes in a content that comes piece by piece, also where it lies across a border. */
class MarkSought {

    private final byte[] mark;
    private byte[] tail = {};
    private boolean found;

    MarkSought(byte[] mark) {
        this.mark = mark;
    }

    void in(byte[] piece) {
        if (found) {
            return;
        }
        byte[] border = Arrays.copyOf(tail, tail.length + Math.min(piece.length, mark.length - 1));
        System.arraycopy(piece, 0, border, tail.length, border.length - tail.length);
        found = isIn(border) || isIn(piece);
        byte[] end = piece.length >= mark.length - 1 ? piece : border;
        tail = Arrays.copyOfRange(end, Math.max(0, end.length - mark.length + 1), end.length);
    }

    boolean isFound() {
        return found;
    }

    private boolean isIn(byte[] bytes) {
        for (int i = 0; i + mark.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }
}
