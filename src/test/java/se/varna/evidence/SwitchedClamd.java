package se.varna.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Primary;
import se.varna.evidence.EvidenceSettings.ClamdSettings;

/** A clamd that is there for the tests that want one, and not for the others: the application is started once for all. */
@Primary
public class SwitchedClamd extends Clamd {

    private final EvidenceSettings settings;
    private volatile FakeClamd to;

    SwitchedClamd(EvidenceSettings settings) {
        super(settings);
        this.settings = settings;
    }

    /** @param fake the one to ask from now on, or null for none */
    void to(FakeClamd fake) {
        to = fake;
    }

    @Override
    boolean isConfigured() {
        return to != null;
    }

    @Override
    Optional<String> search(InputStream content) throws IOException {
        return new Clamd(new EvidenceSettings(
                        settings.file(),
                        settings.caseTotal(),
                        settings.files(),
                        settings.request(),
                        settings.atOnce(),
                        settings.types(),
                        new ClamdSettings("127.0.0.1", to.port(), Duration.ofSeconds(20))))
                .search(content);
    }
}
