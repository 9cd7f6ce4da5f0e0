package se.varna.bundle.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import se.varna.bundle.Bundle;
import se.varna.common.Labels;
import se.varna.evidence.EvidenceItem;
import se.varna.evidence.Evidences;

/**
 * The bundle as a ZIP: the PDF, the words exactly as they were written, the evidence byte for byte as it was received,
 * and a manifest that {@code sha256sum -c} reads. It is sent as it is made; no file is held in memory.
 */
@Component
class BundleZip {

    private final Evidences evidences;
    private final Labels labels;

    BundleZip(Evidences evidences, Labels labels) {
        this.evidences = evidences;
        this.labels = labels;
    }

    void write(Bundle bundle, byte[] pdf, OutputStream out) throws IOException {
        StringBuilder manifest = new StringBuilder();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        add(zip, manifest, labels.text("bundle.fileName", bundle.caseNumber()) + ".pdf", pdf);
        add(zip, manifest, labels.text("bundle.wordsFile"), words(bundle).getBytes(StandardCharsets.UTF_8));
        for (EvidenceItem item : bundle.originals()) {
            // The number that the PDF's list gives it.
            int place = bundle.evidence().indexOf(item) + 1;
            try (InputStream content = evidences.content(item.id())) {
                String name = labels.text("bundle.evidenceFile", place, safe(evidences.outwardName(item)));
                add(zip, manifest, name, content);
            }
        }
        zip.putNextEntry(new ZipEntry(labels.text("bundle.manifestFile")));
        zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    /** The words as they were written, for what a font cannot draw. */
    private static String words(Bundle bundle) {
        return Stream.concat(
                        Stream.of(
                                bundle.reported() == null
                                        ? null
                                        : bundle.reported().description(),
                                bundle.reported() == null
                                        ? null
                                        : bundle.reported().impact(),
                                bundle.perpetrator(),
                                bundle.earlier()),
                        bundle.told().stream().map(Bundle.Told::text))
                .filter(text -> text != null)
                .collect(Collectors.joining("\n\n---\n\n", "", "\n"));
    }

    private static void add(ZipOutputStream zip, StringBuilder manifest, String name, byte[] content)
            throws IOException {
        add(zip, manifest, name, new ByteArrayInputStream(content));
    }

    private static void add(ZipOutputStream zip, StringBuilder manifest, String name, InputStream content)
            throws IOException {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        new DigestInputStream(content, digest).transferTo(zip);
        zip.closeEntry();
        manifest.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A name that is one name wherever the ZIP is unpacked. */
    private static String safe(String name) {
        return name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_");
    }
}
