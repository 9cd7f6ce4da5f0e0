package se.varna.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import se.varna.evidence.EvidenceSettings.ClamdSettings;

/** What clamd is asked and what its answers mean: by one that speaks its protocol, and by a real one where there is one. */
class ClamdTest {

    /** Where systems keep it, or where the environment variable CLAMD says that it is. */
    private static final Path REAL = Path.of(Objects.requireNonNullElse(System.getenv("CLAMD"), "/usr/sbin/clamd"));

    @Test
    void what_is_clean_is_given_whole_and_found_clean() throws IOException {
        try (FakeClamd fake = FakeClamd.start()) {
            byte[] picture = Files.jpeg(300_000);
            assertThat(clamd(fake.port()).search(content(picture))).isEmpty();
            assertThat(fake.searched()).hasSize(1);
            assertThat(fake.searched().get(0)).isEqualTo(picture);
        }
    }

    @Test
    void what_is_harmful_is_found_and_named() throws IOException {
        try (FakeClamd fake = FakeClamd.start()) {
            assertThat(clamd(fake.port()).search(content(Files.EICAR))).hasValue(FakeClamd.SIGNATURE);
        }
    }

    @Test
    void whatever_is_no_answer_is_a_failure_and_never_clean() throws IOException {
        try (FakeClamd fake = FakeClamd.start()) {
            fake.takesAtMost(100_000);
            assertThatThrownBy(() -> clamd(fake.port()).search(content(Files.jpeg(20_000_000))))
                    .isInstanceOf(IOException.class);
            fake.down(true);
            assertThatThrownBy(() -> clamd(fake.port()).search(content(Files.jpeg(100))))
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> clamd(1).search(content(Files.jpeg(100)))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new Clamd(settings("", 3310)).search(content(Files.jpeg(100))))
                .isInstanceOf(IOException.class);
        // Takes everything and says nothing.
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> clamd(silent.getLocalPort()).search(content(Files.jpeg(100))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_real_one_finds_what_a_signature_of_our_own_names(@TempDir Path directory) throws Exception {
        assumeTrue(java.nio.file.Files.isExecutable(REAL), "no clamd is installed");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path signatures = java.nio.file.Files.createDirectory(directory.resolve("signatures"));
        java.nio.file.Files.writeString(
                signatures.resolve("varna.ndb"),
                "Varna.Test.Eicar:0:*:" + HexFormat.of().formatHex(Files.EICAR) + "\n");
        Path configuration = directory.resolve("clamd.conf");
        java.nio.file.Files.write(
                configuration,
                List.of(
                        "Foreground yes",
                        "TCPSocket " + port,
                        "TCPAddr 127.0.0.1",
                        "DatabaseDirectory " + signatures,
                        "StreamMaxLength 1M",
                        "User root"));
        Process process = new ProcessBuilder(REAL.toString(), "--config-file=" + configuration)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        try {
            waitFor(port, process, directory.resolve("output"));
            assertThat(clamd(port).search(content(Files.EICAR)))
                    .hasValueSatisfying(found -> assertThat(found).startsWith("Varna.Test.Eicar"));
            assertThat(clamd(port).search(content(Files.jpeg(900_000)))).isEmpty();
            assertThatThrownBy(() -> clamd(port).search(content(Files.jpeg(20_000_000))))
                    .isInstanceOf(IOException.class);
        } finally {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private static void waitFor(int port, Process process, Path output) throws Exception {
        for (int tenth = 0; tenth < 300 && process.isAlive(); tenth++) {
            try {
                clamd(port).search(content(Files.jpeg(100)));
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("clamd did not start:\n" + java.nio.file.Files.readString(output));
    }

    private static InputStream content(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static Clamd clamd(int port) {
        return new Clamd(settings("127.0.0.1", port));
    }

    private static EvidenceSettings settings(String host, int port) {
        DataSize any = DataSize.ofMegabytes(1);
        return new EvidenceSettings(
                any, any, 1, any, 1, List.of(), new ClamdSettings(host, port, Duration.ofSeconds(2)));
    }
}
