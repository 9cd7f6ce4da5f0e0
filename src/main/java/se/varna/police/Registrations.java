package se.varna.police;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.OpenMatters;
import se.varna.casefile.Place;
import se.varna.common.Problems;

/** The city's register (diarium): what came by letter or e-mail has come to the city, and is entered there. */
@Service
@Transactional
public class Registrations implements OpenMatters {

    /** A number and not a text: {@code 0123/26}, {@code SLK-2026-00123}. */
    private static final Pattern DIARY_NUMBER = Pattern.compile("(?=.*\\d)[\\p{L}\\d][\\p{L}\\d /:.-]{1,39}");

    private final RegistrationRepository registrations;
    private final CaseFiles cases;
    private final Clock clock;

    Registrations(RegistrationRepository registrations, CaseFiles cases, Clock clock) {
        this.registrations = registrations;
        this.cases = cases;
        this.clock = clock;
    }

    /** Whether what was reported came in a way that makes it a document of the city's, as far as the reader may know. */
    @Transactional(readOnly = true)
    public boolean concerns(String caseNumber, Sight sight) {
        return sight.shows(Part.DESCRIPTION, cases.get(caseNumber).receivedAt())
                && cases.answers(caseNumber).place() == Place.MAIL;
    }

    /** Whether something should be entered in the register and has not been, as far as the reader may know. */
    @Transactional(readOnly = true)
    public boolean isMissing(String caseNumber, Sight sight) {
        return concerns(caseNumber, sight) && of(caseNumber).isEmpty();
    }

    @Transactional(readOnly = true)
    public List<Registration> of(String caseNumber) {
        return registrations.findByCaseNumberOrderById(caseNumber);
    }

    /** @throws se.varna.common.Refused without the tick, or a number that looks like one */
    public void register(String caseNumber, boolean registered, String diaryNumber, String person) {
        new Problems()
                .addIf(!registered, "registered", "police.registered")
                .addIf(
                        diaryNumber == null
                                || !DIARY_NUMBER.matcher(diaryNumber).matches(),
                        "diaryNumber",
                        "police.diaryNumber")
                .refuseIfAny();
        registrations.save(new Registration(caseNumber, clock.instant(), person, diaryNumber));
        cases.record(caseNumber, EventKind.MAIL_REGISTERED, person, diaryNumber);
    }

    /** That it came by letter is a part of the description, so it is told to those who may read that. */
    @Override
    public List<OpenMatter> openIn(String caseNumber) {
        return List.of();
    }

    /** It keeps no case open: whoever decides about the register may find that it does not belong there. */
    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> openFor(String caseNumber, Sight sight) {
        return isMissing(caseNumber, sight) ? List.of(new OpenMatter("unregistered", null, false)) : List.of();
    }
}
