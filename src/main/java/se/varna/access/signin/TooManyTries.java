package se.varna.access.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import se.varna.common.TooOften;

/** So many have failed to sign in from the address that it has to wait. */
class TooManyTries extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooManyTries(TooOften cause) {
        super("too many tries", cause);
    }

    void answer(HttpServletResponse response) throws IOException {
        answer((TooOften) getCause(), response);
    }

    static void answer(TooOften tooOften, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooOften.seconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
}
