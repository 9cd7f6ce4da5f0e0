package se.varna.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/**
 * What a file is. Its first bytes say so; the name only tells kinds apart that begin alike (a text is a script when it is
 * named as one), and what the sender says of it counts for nothing. Nothing is unpacked or opened.
 */
@Component
class FileTypes {

    /** So many first bytes are looked at. */
    static final int LOOKED_AT = 64 * 1024;

    /** A stream that every Outlook message has and no other file of its family. */
    static final byte[] OUTLOOK_MARK = "__properties_version1.0".getBytes(StandardCharsets.UTF_16LE);

    private static final MediaType OUTLOOK = MediaType.parse("application/vnd.ms-outlook");

    /** Whatever else texts are called, they are given out as .txt: other endings may be run when they are opened. */
    private static final Set<String> ENDINGS_OF_TEXTS = Set.of(".txt", ".log");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final List<String> allowed;

    FileTypes(EvidenceSettings settings) {
        this.allowed = settings.types();
    }

    /**
     * @param beginning the file's first bytes, at most {@link #LOOKED_AT}
     * @return what it is, or nothing when it is none of the kinds that are taken
     */
    Optional<String> of(byte[] beginning, String name) {
        MediaType byContent = detect(beginning, null);
        MediaType type = detect(beginning, name);
        return !byContent.equals(MediaType.OCTET_STREAM) && isAllowed(type)
                ? Optional.of(type.toString())
                : Optional.empty();
    }

    /** Whether the beginning cannot tell, so that {@link #OUTLOOK_MARK} has to be somewhere in the file. */
    static boolean needsMark(String type) {
        return OUTLOOK.toString().equals(type);
    }

    /** The name with an ending that belongs to the type, so that nothing else opens it than what shows such files. */
    String named(String name, String type) {
        try {
            var known = types.forName(type);
            int dot = name.lastIndexOf('.');
            String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
            boolean fits = type.equals(MediaType.TEXT_PLAIN.toString())
                    ? ENDINGS_OF_TEXTS.contains(ending)
                    : known.getExtensions().contains(ending);
            return fits ? name : name + known.getExtension();
        } catch (MimeTypeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private MediaType detect(byte[] beginning, String name) {
        Metadata metadata = new Metadata();
        if (name != null) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try (TikaInputStream bytes = TikaInputStream.get(beginning)) {
            return types.detect(bytes, metadata).getBaseType();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isAllowed(MediaType type) {
        return allowed.contains(type.toString())
                || allowed.contains(type.getType() + "/*") && !type.getSubtype().endsWith("+xml");
    }
}
