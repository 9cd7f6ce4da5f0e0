package se.varna.bundle.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.access.Sight;
import se.varna.bundle.Bundle;
import se.varna.bundle.Bundles;
import se.varna.common.Labels;

/** Hands out what the police get. That it has been made is kept before anybody gets it. */
@Controller
class BundlePage {

    private final Bundles bundles;
    private final BundlePdf pdfs;
    private final BundleZip zips;
    private final Labels labels;

    BundlePage(Bundles bundles, BundlePdf pdfs, BundleZip zips, Labels labels) {
        this.bundles = bundles;
        this.pdfs = pdfs;
        this.zips = zips;
        this.labels = labels;
    }

    @GetMapping("/arenden/{number}/polisunderlag.pdf")
    @ForCase(Action.MAKE_POLICE_BUNDLE)
    void pdf(@PathVariable String number, Principal person, Sight sight, HttpServletResponse response)
            throws IOException {
        byte[] pdf = pdfs.of(bundles.of(number, person.getName(), sight));
        bundles.made(number, "PDF", fingerprint(pdf), List.of(), person.getName());
        begin(response, MediaType.APPLICATION_PDF_VALUE, number, ".pdf").write(pdf);
    }

    @GetMapping("/arenden/{number}/polisunderlag.zip")
    @ForCase(Action.MAKE_POLICE_BUNDLE)
    void zip(@PathVariable String number, Principal person, Sight sight, HttpServletResponse response)
            throws IOException {
        Bundle bundle = bundles.of(number, person.getName(), sight);
        byte[] pdf = pdfs.of(bundle);
        bundles.made(number, "ZIP", fingerprint(pdf), bundle.originals(), person.getName());
        zips.write(bundle, pdf, begin(response, "application/zip", number, ".zip"));
    }

    private OutputStream begin(HttpServletResponse response, String type, String number, String ending)
            throws IOException {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(labels.text("bundle.fileName", number) + ending)
                        .build()
                        .toString());
        return response.getOutputStream();
    }

    private static String fingerprint(byte[] pdf) {
        return HexFormat.of().formatHex(BundleZip.sha256().digest(pdf));
    }
}
