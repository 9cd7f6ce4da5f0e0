package se.varna.common.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;

/**
 * An address that takes forms with large files. They are not read before whoever is asked for takes them, file by file,
 * from {@link StreamedForm}; everywhere else a form is read whole, into memory, and has the common limit.
 *
 * @param longest how long the whole form may be
 */
public record UploadRoute(Pattern path, DataSize longest) {

    boolean takes(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && String.valueOf(request.getContentType()).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && path.matcher(request.getServletPath()).matches();
    }
}
