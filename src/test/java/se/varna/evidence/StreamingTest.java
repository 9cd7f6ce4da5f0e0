package se.varna.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.common.Refused;

/** How files go in and out: piece by piece, whole or not at all, and never changed on the way. */
class StreamingTest extends VarnaTest {

    private static final int MB = 1024 * 1024;

    @Autowired
    private Evidences evidences;

    private String official;
    private String number;

    @BeforeEach
    void a_case() {
        official = newMember("GRUNDSKOLENAMNDEN");
        number = report(official, AReport.about("GRUNDSKOLENAMNDEN")).caseNumber();
    }

    @Test
    void a_large_file_is_stored_while_it_arrives_and_never_whole_in_memory() throws Exception {
        byte[] film = Files.jpeg(30 * MB);
        Watched arriving = new Watched(film);

        EvidenceItem item = receive("film.jpg", arriving);

        assertThat(arriving.looks).isGreaterThan(100);
        assertThat(arriving.mostOnTheWay).isLessThan(MB);
        assertThat(item.size()).isEqualTo(film.length);
        assertThat(item.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(film)));
        try (InputStream stored = evidences.content(item.id())) {
            assertThat(stored.readAllBytes()).isEqualTo(film);
        }
    }

    @Test
    void reading_it_holds_no_more_than_a_piece_either() throws Exception {
        byte[] film = Files.jpeg(3 * MB + 17);
        EvidenceItem item = receive("film.jpg", new ByteArrayInputStream(film));

        int largest = jdbc.sql("SELECT max(length(content)) FROM varna.evidence_chunk WHERE evidence = ?")
                .param(item.id())
                .query(Integer.class)
                .single();
        assertThat(largest).isLessThanOrEqualTo(256 * 1024);
        try (InputStream stored = evidences.content(item.id())) {
            byte[] begun = stored.readNBytes(1000);
            assertThat(begun).isEqualTo(Files.first(film, 1000));
            assertThat(stored.read()).isEqualTo(film[1000] & 0xff);
        }
    }

    @Test
    void what_breaks_off_leaves_nothing() {
        InputStream breaking = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given == MB) {
                    throw new IOException("gone");
                }
                return Files.jpeg(16)[Math.min(given++, 15)] & 0xff;
            }
        };
        long before = pieces();

        assertThatThrownBy(() -> receive("bild.jpg", breaking)).isInstanceOf(UncheckedIOException.class);

        assertThat(evidences.of(number)).isEmpty();
        assertThat(pieces()).isEqualTo(before);
    }

    @Test
    void what_is_refused_leaves_nothing() {
        long before = pieces();

        assertThatThrownBy(() -> receive("stor.jpg", new ByteArrayInputStream(Files.jpeg(31 * MB + 1))))
                .isInstanceOf(Refused.class)
                .hasMessage("evidence.tooLarge");
        assertThatThrownBy(() -> receive("bok.msg", new ByteArrayInputStream(Files.office(false))))
                .isInstanceOf(Refused.class)
                .hasMessage("evidence.type");

        assertThat(evidences.of(number)).isEmpty();
        assertThat(pieces()).isEqualTo(before);
        assertThat(receive("mejl.msg", new ByteArrayInputStream(Files.office(true)))
                        .mediaType())
                .isEqualTo("application/vnd.ms-outlook");
    }

    @Test
    void a_file_may_be_as_large_as_the_limit_says_and_the_case_may_hold_no_more_than_its_own() {
        receive("film.jpg", new ByteArrayInputStream(Files.jpeg(31 * MB)));

        assertThatThrownBy(() -> receive("till.jpg", new ByteArrayInputStream(Files.jpeg(10 * MB))))
                .isInstanceOf(Refused.class)
                .hasMessage("evidence.caseTooLarge");
        receive("liten.jpg", new ByteArrayInputStream(Files.jpeg(9 * MB)));
        assertThatThrownBy(() -> receive("minst.jpg", new ByteArrayInputStream(Files.jpeg(20))))
                .isInstanceOf(Refused.class)
                .hasMessage("evidence.caseTooLarge");
    }

    @Test
    void a_case_takes_no_more_files_than_it_may_hold() {
        for (int i = 0; i < 12; i++) {
            receive("bild.jpg", new ByteArrayInputStream(Files.jpeg(100)));
        }
        assertThatThrownBy(() -> receive("bild.jpg", new ByteArrayInputStream(Files.jpeg(100))))
                .isInstanceOf(Refused.class)
                .hasMessage("evidence.tooMany");
    }

    @Test
    void two_that_arrive_at_once_do_not_go_over_the_limit_together() throws Exception {
        receive("film.jpg", new ByteArrayInputStream(Files.jpeg(31 * MB)));
        CyclicBarrier bothAreThere = new CyclicBarrier(2);
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> send = () -> {
                try {
                    receive("bild.jpg", new MeetingAtItsEnd(Files.jpeg(6 * MB), bothAreThere));
                    return true;
                } catch (Refused refused) {
                    assertThat(refused).hasMessage("evidence.caseTooLarge");
                    return false;
                }
            };
            Future<Boolean> one = senders.submit(send);
            Future<Boolean> other = senders.submit(send);
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        } finally {
            senders.shutdown();
        }
        assertThat(evidences.of(number)).hasSize(2);
    }

    @Test
    void content_that_is_not_what_was_received_is_not_given_out() {
        byte[] picture = Files.jpeg(1000);
        EvidenceItem item = receive("bild.jpg", new ByteArrayInputStream(picture));
        byte[] other = picture.clone();
        other[500]++;

        InputStream changed = new StoredContent(item, (id, piece) -> other);

        assertThatThrownBy(changed::readAllBytes).isInstanceOf(IOException.class);
    }

    @Test
    void the_mark_of_a_message_is_found_across_the_border_of_two_pieces() {
        byte[] message = Files.office(true);
        for (int border = 1980; border < 2060; border++) {
            MarkSought mark = new MarkSought(FileTypes.OUTLOOK_MARK);
            mark.in(java.util.Arrays.copyOfRange(message, 0, border));
            mark.in(java.util.Arrays.copyOfRange(message, border, message.length));
            assertThat(mark.isFound()).as("border at " + border).isTrue();
        }
        MarkSought bytewise = new MarkSought(FileTypes.OUTLOOK_MARK);
        for (byte each : message) {
            bytewise.in(new byte[] {each});
        }
        assertThat(bytewise.isFound()).isTrue();
    }

    private EvidenceItem receive(String name, InputStream content) {
        return evidences.receive(number, official, UUID.randomUUID(), name, content);
    }

    private long pieces() {
        return jdbc.sql("SELECT count(*) FROM varna.evidence_chunk")
                .query(Long.class)
                .single();
    }

    /** Does not end before the other one has come as far. */
    private static final class MeetingAtItsEnd extends ByteArrayInputStream {

        private final CyclicBarrier meeting;
        private boolean met;

        private MeetingAtItsEnd(byte[] bytes, CyclicBarrier meeting) {
            super(bytes);
            this.meeting = meeting;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (available() == 0 && !met) {
                met = true;
                try {
                    meeting.await(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            return super.read(target, offset, length);
        }
    }

    /** Sees, in the very transaction that stores it, how much has been taken and is not in the table yet. */
    private final class Watched extends InputStream {

        private final byte[] bytes;
        private int given;
        private long mostOnTheWay;
        private int looks;

        private Watched(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            long stored = jdbc.sql("SELECT coalesce(sum(length(content)), 0) FROM varna.evidence_chunk"
                            + " WHERE evidence NOT IN (SELECT id FROM varna.evidence)")
                    .query(Long.class)
                    .single();
            looks++;
            mostOnTheWay = Math.max(mostOnTheWay, given - stored);
            int more = Math.min(Math.min(length, bytes.length - given), 200_000);
            if (more == 0) {
                return given == bytes.length ? -1 : 0;
            }
            System.arraycopy(bytes, given, target, offset, more);
            given += more;
            return more;
        }
    }
}
