package se.varna.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import se.varna.common.Refused;

/** Reads a file as it arrives, a piece at a time, and finds out what it is; what may not be handed in is refused. */
@Component
class Intake {

    private static final int PIECE = 256 * 1024;

    private final EvidenceSettings settings;
    private final FileTypes types;

    Intake(EvidenceSettings settings, FileTypes types) {
        this.settings = settings;
        this.types = types;
    }

    /** How much there is already where the file comes to lie. */
    record Amount(int files, long bytes) {}

    /** A file that has been read to its end; the pieces of it lie where they were kept. */
    record Arrived(String name, String mediaType, long size, String sha256) {}

    /** Keeps a piece of the file. */
    @FunctionalInterface
    interface Pieces {
        void keep(int number, byte[] content);
    }

    /**
     * @param givenName as the sender's computer calls it, path and all
     * @throws Refused when it is empty, too large, one too many or of a kind that is not taken
     * @throws UncheckedIOException when it did not arrive whole
     */
    Arrived read(String givenName, InputStream content, Amount before, Pieces pieces) {
        refuseIfFull(before);
        String name = FileNames.clean(givenName);
        try {
            byte[] beginning = content.readNBytes(FileTypes.LOOKED_AT);
            if (beginning.length == 0) {
                throw Refused.because("evidence.empty");
            }
            String type = types.of(beginning, name).orElseThrow(() -> Refused.because("evidence.type"));
            return read(
                    name,
                    type,
                    new SequenceInputStream(new ByteArrayInputStream(beginning), content),
                    settings.caseTotal().toBytes() - before.bytes(),
                    pieces);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Arrived read(String name, String type, InputStream content, long left, Pieces pieces) throws IOException {
        MessageDigest digest = Sha256.begin();
        MarkSought mark = new MarkSought(FileTypes.OUTLOOK_MARK);
        long size = 0;
        int number = 0;
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            size += piece.length;
            refuseIfOver(size, settings.file(), "evidence.tooLarge");
            if (size > left) {
                throw tooLarge("evidence.caseTooLarge", settings.caseTotal());
            }
            digest.update(piece);
            mark.in(piece);
            pieces.keep(number++, piece);
        }
        if (FileTypes.needsMark(type) && !mark.isFound()) {
            throw Refused.because("evidence.type");
        }
        return new Arrived(name, type, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Others may have come while it was read. */
    void refuseIfNoRoom(Amount now, long more) {
        refuseIfFull(now);
        refuseIfOver(now.bytes() + more, settings.caseTotal(), "evidence.caseTooLarge");
    }

    private void refuseIfFull(Amount amount) {
        if (amount.files() >= settings.files()) {
            throw Refused.because("evidence.tooMany", settings.files());
        }
    }

    private static void refuseIfOver(long size, DataSize limit, String code) {
        if (size > limit.toBytes()) {
            throw tooLarge(code, limit);
        }
    }

    private static Refused tooLarge(String code, DataSize limit) {
        return Refused.because(code, limit.toMegabytes());
    }
}
