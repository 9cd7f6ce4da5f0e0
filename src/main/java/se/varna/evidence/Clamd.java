package se.varna.evidence;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.varna.evidence.EvidenceSettings.ClamdSettings;

/**
 * ClamAV's daemon, which searches files for harmful code. A file goes there in pieces ({@code INSTREAM}) and is kept
 * nowhere on the way. Whatever it says that is neither "clean" nor "found" is a failure: nothing counts as clean by default.
 */
@Component
class Clamd {

    private static final int PIECE = 64 * 1024;
    private static final byte[] BEGIN = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final String CLEAN = "stream: OK";
    private static final String STREAM = "stream: ";
    private static final String FOUND = " FOUND";
    private static final int LONGEST_ANSWER = 1000;
    private static final int LONGEST_CODE = 200;

    private final ClamdSettings settings;

    Clamd(EvidenceSettings settings) {
        this.settings = settings.clamd();
    }

    boolean isConfigured() {
        return settings.host() != null && !settings.host().isBlank();
    }

    /**
     * @return what was found, in ClamAV's words, or nothing when the content is clean
     * @throws IOException when there is no answer, or none that says either
     */
    Optional<String> search(InputStream content) throws IOException {
        if (!isConfigured()) {
            throw new IOException("no clamd to ask");
        }
        int millis = Math.toIntExact(settings.timeout().toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), millis);
            socket.setSoTimeout(millis);
            IOException cut = send(content, socket);
            String answer = answer(socket, cut);
            if (answer.equals(CLEAN) && cut == null) {
                return Optional.empty();
            }
            if (answer.startsWith(STREAM) && answer.endsWith(FOUND)) {
                String code = answer.substring(STREAM.length(), answer.length() - FOUND.length());
                return Optional.of(code.substring(0, Math.min(code.length(), LONGEST_CODE)));
            }
            throw new IOException("clamd did not search the file: " + answer, cut);
        }
    }

    /** @return how it was cut off, when clamd would not take all of it; what it says then is still to be read */
    private static IOException send(InputStream content, Socket socket) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        byte[] piece = new byte[PIECE];
        int length;
        do {
            length = content.readNBytes(piece, 0, PIECE);
            try {
                if (out.size() == 0) {
                    out.write(BEGIN);
                }
                // A piece of no length is the end.
                out.writeInt(length);
                out.write(piece, 0, length);
            } catch (IOException e) {
                return e;
            }
        } while (length > 0);
        return null;
    }

    private static String answer(Socket socket, IOException cut) throws IOException {
        try {
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8)
                    .replaceFirst("\0.*", "")
                    .strip();
        } catch (IOException e) {
            throw cut == null ? e : cut;
        }
    }
}
