package se.varna.portal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.varna.access.Area;
import se.varna.access.ForArea;

/** The city's colours and logo, kept by browsers until they change. */
@RestController
@ForArea(Area.OPEN)
class DesignFiles {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final Design design;

    DesignFiles(Design design) {
        this.design = design;
    }

    @GetMapping("/css/staden.css")
    ResponseEntity<byte[]> css(@RequestParam(defaultValue = "") String v) {
        return file(v, design.cssVersion(), CSS, design.css().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/img/logotyp")
    ResponseEntity<byte[]> logo(@RequestParam(defaultValue = "") String v) {
        return file(v, design.logoVersion(), design.logoType(), design.logo());
    }

    /** An address without the version of today is asked about each time. */
    private static ResponseEntity<byte[]> file(String asked, String version, MediaType type, byte[] content) {
        CacheControl kept = asked.equals(version)
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache();
        return ResponseEntity.ok()
                .cacheControl(kept)
                .eTag('"' + version + '"')
                .contentType(type)
                .body(content);
    }
}
