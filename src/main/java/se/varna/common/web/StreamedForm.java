package se.varna.common.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;
import org.springframework.web.util.WebUtils;

/**
 * A form with files, read as it arrives: the fields before the first file when somebody asks for a field, and each file
 * when it is its turn. A file is never whole in memory, and never on a disk: the container would put it there in clear.
 * Fields stand before the files; the token against forgery is the first of all in every form of ours.
 */
public final class StreamedForm extends HttpServletRequestWrapper {

    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_FIELD = 4096;

    private final long longest;
    private final Map<String, String[]> fields = new HashMap<>();
    private Files files;
    private FileItemInputIterator parts;
    private FileItemInput firstFile;
    private IOException unreadable;

    StreamedForm(HttpServletRequest request, long longest) {
        super(request);
        this.longest = longest;
    }

    /** Takes one file; what it leaves unread of it is passed over. */
    @FunctionalInterface
    public interface Taker {

        /**
         * @param name as the sender says it, path and all
         * @return whether to go on to the next file
         */
        boolean take(String name, InputStream content) throws IOException;
    }

    /** The form that a request brings, if it brings one to an address that takes files. */
    public static Optional<StreamedForm> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getNativeRequest(request, StreamedForm.class));
    }

    /**
     * Gives each file to the taker, in the order in which they arrive. A field in which no file was chosen is none.
     *
     * @throws IOException when the form breaks off, is longer than allowed or cannot be read
     */
    public void eachFile(Taker taker) throws IOException {
        readFields();
        if (unreadable != null) {
            throw unreadable;
        }
        FileItemInput part = firstFile;
        while (part != null) {
            String name = part.isFormField() ? "" : unescaped(files.getFileName(part.getHeaders()));
            if (!name.isBlank() && !taker.take(name, part.getInputStream())) {
                return;
            }
            part = parts.hasNext() ? parts.next() : null;
        }
    }

    /** Browsers escape what would end the name, and nothing else. */
    private static String unescaped(String name) {
        return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }

    private void readFields() {
        if (parts != null || unreadable != null) {
            return;
        }
        try {
            files = new Files(longest);
            parts = files.getItemIterator(new Body());
            for (int read = 0; firstFile == null && read <= MOST_FIELDS && parts.hasNext(); read++) {
                FileItemInput part = parts.next();
                if (part.isFormField()) {
                    byte[] value = part.getInputStream().readNBytes(LONGEST_FIELD);
                    fields.putIfAbsent(part.getFieldName(), new String[] {new String(value, StandardCharsets.UTF_8)});
                } else {
                    firstFile = part;
                }
            }
        } catch (IOException e) {
            unreadable = e;
        }
    }

    // --- the fields, as anyone may ask for them

    @Override
    public String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        readFields();
        return Collections.unmodifiableMap(fields);
    }

    /** None: the container would read them whole. */
    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public Part getPart(String name) {
        return null;
    }

    private final class Body implements RequestContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return getContentLengthLong();
        }

        @Override
        public String getContentType() {
            return StreamedForm.this.getContentType();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return StreamedForm.this.getInputStream();
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }

    /** Reads parts one after the other; nothing here makes items of them, which would lie on a disk. */
    private static final class Files extends AbstractFileUpload<RequestContext, DiskFileItem, DiskFileItemFactory> {

        private Files(long longest) {
            setSizeMax(longest);
            setHeaderCharset(StandardCharsets.UTF_8);
        }

        @Override
        public FileItemInputIterator getItemIterator(RequestContext body) throws IOException {
            return super.getItemIterator(body);
        }

        @Override
        public Map<String, List<DiskFileItem>> parseParameterMap(RequestContext body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DiskFileItem> parseRequest(RequestContext body) {
            throw new UnsupportedOperationException();
        }
    }
}
