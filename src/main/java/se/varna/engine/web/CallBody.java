package se.varna.engine.web;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.varna.common.web.ReadBody;

/** A request whose body can be looked at before the engine reads it. */
class CallBody extends ReadBody {

    /** The longest body that is read, in bytes: the longest report there can be, with room. */
    static final int LONGEST = 2_000_000;

    /** A field that is there twice means one thing to one reader and another to the next: not for us. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CallBody(HttpServletRequest request, byte[] body) {
        super(request, body);
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
}
