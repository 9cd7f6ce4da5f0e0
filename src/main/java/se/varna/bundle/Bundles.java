package se.varna.bundle;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.Information;
import se.varna.casefile.Report;
import se.varna.common.Labels;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Unit;
import se.varna.evidence.EvidenceItem;
import se.varna.evidence.Evidences;
import se.varna.police.PoliceReferrals;
import se.varna.police.PoliceWishes;
import se.varna.responsibility.FunctionNames;

/** Puts together what the police get, and keeps that it has been made. */
@Service
@Transactional
public class Bundles {

    private final CaseFiles cases;
    private final Evidences evidences;
    private final PoliceReferrals referrals;
    private final Directory directory;
    private final FunctionNames names;
    private final Labels labels;
    private final String supportPhone;
    private final Clock clock;

    Bundles(
            CaseFiles cases,
            Evidences evidences,
            PoliceReferrals referrals,
            Directory directory,
            FunctionNames names,
            Labels labels,
            @Value("${varna.support-line.phone}") String supportPhone,
            Clock clock) {
        this.cases = cases;
        this.evidences = evidences;
        this.referrals = referrals;
        this.directory = directory;
        this.names = names;
        this.labels = labels;
        this.supportPhone = supportPhone;
        this.clock = clock;
    }

    /** What the person's bundle holds now: only what they may see themselves. */
    @Transactional(readOnly = true)
    public Bundle of(String number, String person, Sight sight) {
        CaseFile file = cases.get(number);
        Gate gate = new Gate(file, person, sight);
        Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);
        Report.Answers answers = cases.answers(number);
        boolean ownReport = file.reporter().equals(file.exposed().orElse(null));

        boolean report = gate.shows(Part.DESCRIPTION, file.receivedAt());
        boolean persons = gate.shows(Part.PERSONS, file.receivedAt());
        missing(leftOut, LeftOut.REPORT, !report);
        missing(leftOut, LeftOut.PERSONS, !persons && (answers.perpetrator() != null || !ownReport));

        List<Information> told = cases.information(number).stream()
                .filter(each -> isOwnWords(each.author(), file))
                .toList();
        List<Information> shown = told.stream()
                .filter(each -> gate.showsTold(each) && (persons || isExposed(each.author(), file)))
                .toList();
        missing(leftOut, LeftOut.TOLD, shown.size() < told.size());

        List<EvidenceItem> evidence = evidences.visible(number, person, sight);
        missing(
                leftOut,
                LeftOut.EVIDENCE,
                evidence.size() < evidences.of(number).size());
        missing(leftOut, LeftOut.HELD_EVIDENCE, has(evidence, EvidenceItem.State.HELD));
        missing(leftOut, LeftOut.INFECTED_EVIDENCE, has(evidence, EvidenceItem.State.INFECTED));

        List<PoliceWishes> wishes = referrals.wishes(number);
        Optional<PoliceWishes> wish =
                wishes.stream().findFirst().filter(latest -> gate.shows(Part.POLICE, latest.at()));
        missing(leftOut, LeftOut.WISHES, !wishes.isEmpty() && wish.isEmpty());

        return new Bundle(
                number,
                clock.instant(),
                cases.nameOfExposed(file).orElse(""),
                file.exposed().map(this::mandates).orElse(List.of()),
                persons && !ownReport ? directory.nameOf(file.reporter()) : null,
                report ? reported(file, answers) : null,
                persons ? answers.perpetrator() : null,
                shown.stream()
                        .map(each -> new Bundle.Told(each.at(), directory.nameOf(each.author()), each.text()))
                        .toList(),
                wish.map(PoliceWishes::earlier).orElse(null),
                wish.map(PoliceWishes::workMobile).orElse(null),
                wish.map(PoliceWishes::askProtection).orElse(true),
                new Bundle.Contact(names.name(file.owner()), phone(file.owner())),
                evidence,
                leftOut);
    }

    private static void missing(Set<LeftOut> leftOut, LeftOut what, boolean isMissing) {
        if (isMissing) {
            leftOut.add(what);
        }
    }

    private static boolean has(List<EvidenceItem> evidence, EvidenceItem.State state) {
        return evidence.stream().anyMatch(item -> item.state() == state);
    }

    private Bundle.Reported reported(CaseFile file, Report.Answers answers) {
        return new Bundle.Reported(
                file.receivedAt(),
                answers.description(),
                answers.occurredAt(),
                answers.place(),
                directory.unit(answers.unit()).map(Unit::name).orElse(null),
                answers.politicalQuestion(),
                // Not the kinds: threat, violence, theft are for the police to name (R13).
                answers.indicators().stream()
                        .map(indicator -> labels.text("choice.Indicator." + indicator))
                        .toList(),
                answers.happenedBefore(),
                answers.impact());
    }

    /** What officers add is their own account, and stays with them. */
    private static boolean isOwnWords(String author, CaseFile file) {
        return isExposed(author, file) || author.equals(file.reporter());
    }

    private static boolean isExposed(String author, CaseFile file) {
        return author.equals(file.exposed().orElse(null));
    }

    /**
     * Keeps that a bundle has been made, before anyone gets it: on the timeline, and in the chain of each file in it.
     *
     * @param format {@code PDF} or {@code ZIP}
     * @param fingerprint SHA-256 of the PDF, so that it can be told later whether it is this one
     * @param given the files that go along
     */
    public void made(String number, String format, String fingerprint, List<EvidenceItem> given, String person) {
        cases.record(number, EventKind.POLICE_BUNDLE_MADE, person, format, fingerprint);
        given.forEach(item -> evidences.handedOver(item.id(), person, labels.text("bundle.fileName", number)));
    }

    private List<String> mandates(String exposed) {
        return directory.mandates(exposed).stream()
                .map(code -> directory.unit(code).map(Unit::name).orElse(code))
                .toList();
    }

    private String phone(Owner owner) {
        return switch (owner.function()) {
            case SECURITY_AND_PREPAREDNESS -> supportPhone;
            case LOCAL_SECURITY_OFFICER ->
                directory.unit(owner.code()).map(Unit::securityPhone).orElse(null);
            case PARTY -> null;
        };
    }

    /** What the maker may see; the exposed person beside that what their own page shows them. */
    private record Gate(CaseFile file, String person, Sight sight) {

        private boolean isExposed() {
            return sight.relations().contains(Relation.EXPOSED);
        }

        private boolean shows(Part part, Instant at) {
            boolean own = isExposed()
                    && switch (part) {
                        case DESCRIPTION, POLICE -> true;
                        case PERSONS -> file.reporter().equals(person);
                        case CONTACT, EVIDENCE, NOTES -> false;
                    };
            return own || sight.shows(part, at);
        }

        private boolean showsTold(Information told) {
            return isExposed() ? told.author().equals(person) : sight.shows(Part.DESCRIPTION, told.at());
        }
    }
}
