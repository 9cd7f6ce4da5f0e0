package se.varna.casepage;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.common.Choice;
import se.varna.consultation.InformationCopies;
import se.varna.consultation.InformationCopy;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.responsibility.FunctionNames;

/** Who else has been told of a case: all of them for those who hold it, themselves alone for those who have been told. */
@Service
@Transactional(readOnly = true)
class InformedReader {

    private final InformationCopies copies;
    private final Directory directory;
    private final FunctionNames names;

    InformedReader(InformationCopies copies, Directory directory, FunctionNames names) {
        this.copies = copies;
        this.directory = directory;
        this.names = names;
    }

    /**
     * @param by who told them, or null when it follows from the decision about responsibility
     * @param dueAt by when it is to be taken in; null when nothing waits any longer
     */
    record Informed(
            String who,
            Instant at,
            String by,
            String reason,
            boolean asksAdvice,
            Instant dueAt,
            Instant acknowledgedAt,
            String acknowledgedBy,
            String advice) {}

    List<Informed> of(String number, String person, Sight sight) {
        return switch (sight.extent()) {
            case FULL ->
                copies.of(number).stream()
                        .map(copy -> informed(copy, sight.shows(Part.NOTES, copy.at())))
                        .toList();
            case LIMITED, SHARED, CONTACT ->
                copies.toldTo(person, number).stream()
                        .map(copy -> informed(copy, true))
                        .toList();
            // What they have asked themselves, and the answer.
            case OWN ->
                copies.of(number).stream()
                        .filter(copy -> person.equals(copy.toldBy()))
                        .map(copy -> informed(copy, true))
                        .toList();
            default -> List.of();
        };
    }

    private Informed informed(InformationCopy copy, boolean withWords) {
        return new Informed(
                names.name(copy.told()),
                copy.at(),
                directory.nameOf(copy.toldBy()),
                withWords ? copy.reason() : null,
                copy.asksAdvice(),
                copy.isOpen() ? copies.dueAt(copy.id()) : null,
                copy.acknowledgedAt(),
                directory.nameOf(copy.acknowledgedBy()),
                withWords ? copy.advice() : null);
    }

    boolean maySeeForAdvice(String number) {
        return copies.maySeeForAdvice(number);
    }

    /** Those whom the holder may tell. */
    List<Choice> tellable(String number) {
        return Choice.of(copies.tellable(number), Owner::publicUnit, names::name);
    }
}
