package se.varna.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.StreamedForm;

/**
 * Takes the files of a form in, one after the other, and not of too many forms at once. Each file stands for itself: one
 * that is refused takes no other with it.
 */
@Component
public class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private static final int SECONDS_IN_LINE = 20;

    private final EvidenceSettings settings;
    private final ProblemTexts texts;
    private final Semaphore atOnce;

    Uploads(EvidenceSettings settings, ProblemTexts texts) {
        this.settings = settings;
        this.texts = texts;
        this.atOnce = new Semaphore(settings.atOnce(), true);
    }

    /**
     * What became of the files of one form.
     *
     * @param saved how many were saved
     * @param refused those that were not
     */
    public record Sent(int saved, List<NotSaved> refused) {

        /** Whether the form held no file. */
        public boolean isEmpty() {
            return saved == 0 && refused.isEmpty();
        }
    }

    /** @param file the file's name, or null when it is about none in particular */
    public record NotSaved(String file, String why) {}

    /** Where the files come from. */
    @FunctionalInterface
    public interface Source {
        void eachFile(StreamedForm.Taker taker) throws IOException;
    }

    /** Where one file goes. */
    @FunctionalInterface
    public interface Receiver {
        /** @throws Refused when it is not taken */
        void receive(String givenName, java.io.InputStream content);
    }

    public Sent take(Source form, Receiver receiver) throws InterruptedException {
        if (!atOnce.tryAcquire(SECONDS_IN_LINE, TimeUnit.SECONDS)) {
            return new Sent(0, List.of(notSaved(null, Refused.because("evidence.tooBusy"))));
        }
        int[] saved = {0};
        List<NotSaved> refused = new ArrayList<>();
        try {
            form.eachFile((name, content) -> {
                try {
                    receiver.receive(name, content);
                    saved[0]++;
                } catch (Refused why) {
                    refused.add(notSaved(FileNames.clean(name), why));
                }
                return saved[0] + refused.size() < settings.files();
            });
        } catch (IOException | UncheckedIOException e) {
            // Its words may hold some of what was sent.
            LOG.warn("a form with files did not arrive whole: {}", e.getClass().getSimpleName());
            refused.add(notSaved(null, Refused.because("evidence.brokeOff")));
        } finally {
            atOnce.release();
        }
        return new Sent(saved[0], List.copyOf(refused));
    }

    /** What is told when nothing could be taken at all. */
    public Sent nothing(Refused why) {
        return new Sent(0, List.of(notSaved(null, why)));
    }

    private NotSaved notSaved(String file, Refused why) {
        return new NotSaved(file, texts.text(why.problems()));
    }
}
