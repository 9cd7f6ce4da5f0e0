package se.varna.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Speaks clamd's protocol, as its manual has it, and knows one thing: {@link Files#EICAR}. */
public final class FakeClamd implements AutoCloseable {

    /** What it says of that. */
    public static final String SIGNATURE = "Eicar-Signature";

    private final ServerSocket server;
    private final List<byte[]> searched = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean down;
    private volatile long longest = Long.MAX_VALUE;

    private FakeClamd(ServerSocket server) {
        this.server = server;
    }

    public static FakeClamd start() {
        try {
            FakeClamd clamd = new FakeClamd(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(clamd::serve, "clamd");
            thread.setDaemon(true);
            thread.start();
            return clamd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on it hangs up at once, or answers again. */
    public void down(boolean now) {
        down = now;
    }

    /** Its StreamMaxLength. */
    void takesAtMost(long bytes) {
        longest = bytes;
    }

    /** Everything that it has been given whole. */
    List<byte[]> searched() {
        return List.copyOf(searched);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                if (!down) {
                    answer(socket);
                }
            } catch (IOException e) {
                // Whoever asked has gone.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String command = new String(in.readNBytes("zINSTREAM\0".length()), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            say(socket, "UNKNOWN COMMAND");
            return;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            if (content.size() + length > longest) {
                say(socket, "INSTREAM size limit exceeded. ERROR");
                return;
            }
            content.write(in.readNBytes(length));
        }
        searched.add(content.toByteArray());
        boolean found = content.toString(StandardCharsets.ISO_8859_1)
                .contains(new String(Files.EICAR, StandardCharsets.ISO_8859_1));
        say(socket, found ? "stream: " + SIGNATURE + " FOUND" : "stream: OK");
    }

    private static void say(Socket socket, String what) throws IOException {
        socket.getOutputStream().write((what + "\0").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
