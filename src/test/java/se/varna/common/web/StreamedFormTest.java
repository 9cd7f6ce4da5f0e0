package se.varna.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** A form with files is read as far as somebody asks, and no further. */
class StreamedFormTest {

    private static final int MB = 1024 * 1024;
    private static final int LOOKING_AHEAD = 64 * 1024;

    @Test
    void fields_are_there_before_any_file_has_been_read() {
        Arriving form = new Arriving()
                .field("_csrf", "bricka")
                .field("kvittens", "")
                .file("a.jpg", new byte[5 * MB])
                .field("efter", "för sent");
        StreamedForm streamed = form.arrive(Long.MAX_VALUE);

        assertThat(streamed.getParameter("_csrf")).isEqualTo("bricka");
        assertThat(streamed.getParameterValues("kvittens")).containsExactly("");
        assertThat(streamed.getParameter("efter")).isNull();
        assertThat(streamed.getParts()).isEmpty();
        assertThat(form.read).isLessThan(LOOKING_AHEAD);
    }

    @Test
    void each_file_is_read_when_it_is_its_turn() throws IOException {
        Arriving form = new Arriving()
                .field("_csrf", "bricka")
                .file("a.jpg", new byte[5 * MB])
                .file("", new byte[0])
                .file("b å.jpg", "hej".getBytes(StandardCharsets.UTF_8));
        List<String> taken = new ArrayList<>();

        form.arrive(Long.MAX_VALUE).eachFile((name, content) -> {
            if (taken.isEmpty()) {
                long length = 0;
                for (int read = content.read(new byte[1000]); read >= 0; read = content.read(new byte[1000])) {
                    length += read;
                    assertThat(form.read - length).isLessThan(LOOKING_AHEAD);
                }
                taken.add(name + " " + length);
            } else {
                taken.add(name + " " + new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
            return true;
        });

        assertThat(taken).containsExactly("a.jpg " + 5 * MB, "b å.jpg hej");
    }

    @Test
    void what_nobody_reads_of_a_file_is_passed_over() throws IOException {
        List<String> taken = new ArrayList<>();
        new Arriving()
                .file("stor.jpg", new byte[5 * MB])
                .file("liten.jpg", new byte[5])
                .arrive(Long.MAX_VALUE)
                .eachFile((name, content) -> {
                    content.readNBytes(10);
                    return taken.add(name);
                });
        assertThat(taken).containsExactly("stor.jpg", "liten.jpg");
    }

    @Test
    void a_form_that_is_too_long_broken_off_or_none_at_all_is_told() throws IOException {
        assertThatThrownBy(() -> readAll(new Arriving().file("a", new byte[MB]).arrive(MB / 2)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> readAll(
                        new Arriving().file("a", new byte[MB]).breakingOff().arrive(Long.MAX_VALUE)))
                .isInstanceOf(IOException.class);
        StreamedForm none = new Arriving().words("inget formulär").arrive(Long.MAX_VALUE);
        assertThat(none.getParameter("_csrf")).isNull();
        readAll(none);
    }

    private static void readAll(StreamedForm form) throws IOException {
        form.eachFile((name, content) -> content.readAllBytes().length >= 0);
    }

    /** A request that counts what has been read of it. */
    private static final class Arriving {

        private static final String BORDER = "border-of-the-parts";
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private boolean ends = true;
        private long read;

        private Arriving field(String name, String value) {
            return words("--" + BORDER + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                    + "\r\n");
        }

        private Arriving file(String name, byte[] content) {
            words("--" + BORDER + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                    + "\"\r\nContent-Type: image/jpeg\r\n\r\n");
            body.writeBytes(content);
            return words("\r\n");
        }

        private Arriving words(String words) {
            body.writeBytes(words.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        private Arriving breakingOff() {
            ends = false;
            return this;
        }

        private StreamedForm arrive(long longest) {
            if (ends) {
                words("--" + BORDER + "--\r\n");
            }
            InputStream bytes = new java.io.ByteArrayInputStream(body.toByteArray(), 0, body.size() - (ends ? 0 : 10));
            MockHttpServletRequest request = new MockHttpServletRequest("POST", "/") {
                @Override
                public ServletInputStream getInputStream() {
                    return counted(bytes);
                }

                @Override
                public long getContentLengthLong() {
                    return -1;
                }
            };
            request.setContentType("multipart/form-data; boundary=" + BORDER);
            return new StreamedForm(request, longest);
        }

        private ServletInputStream counted(InputStream bytes) {
            return new ServletInputStream() {
                @Override
                public int read() throws IOException {
                    read++;
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    int count = bytes.read(target, offset, length);
                    read += Math.max(0, count);
                    return count;
                }

                @Override
                public boolean isFinished() {
                    return false;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
