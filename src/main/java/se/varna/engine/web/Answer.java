package se.varna.engine.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * An answer of the engine's whose words do not come through when it is an error: those quote exceptions, classes and
 * permissions. What goes well passes on as it is written, without being held back.
 */
class Answer extends HttpServletResponseWrapper {

    private static final int FIRST_ERROR = 400;

    private PrintWriter writer;

    Answer(HttpServletResponse response) {
        super(response);
    }

    boolean isError() {
        return getStatus() >= FIRST_ERROR;
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return isError() ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = isError()
                    ? new PrintWriter(new OutputStreamWriter(new Nowhere(), StandardCharsets.UTF_8))
                    : super.getWriter();
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isError()) {
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int length) {
        if (!isError()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!isError()) {
            super.setContentLengthLong(length);
        }
    }

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public void write(int b) {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
