package se.varna.engine.web;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A request whose body can be looked at before the engine reads it. */
class CallBody extends HttpServletRequestWrapper {

    /** The longest body that is read, in bytes: the longest report there can be, with room. */
    static final int LONGEST = 2_000_000;

    /** A field that is there twice means one thing to one reader and another to the next: not for us. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final byte[] body;

    private CallBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** @return empty when the body is longer than {@link #LONGEST} */
    static Optional<CallBody> read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        return body.length > LONGEST ? Optional.empty() : Optional.of(new CallBody(request, body));
    }

    /** The body as JSON; a missing node when it is empty or is none. */
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    /** The body, one character for each byte. */
    String raw() {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {

            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
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

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
