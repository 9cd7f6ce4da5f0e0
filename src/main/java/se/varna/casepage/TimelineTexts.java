package se.varna.casepage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.varna.access.Part;
import se.varna.casefile.CloseOutcome;
import se.varna.casefile.Level;
import se.varna.casefile.SecrecyGround;
import se.varna.casefile.TimelineEvent;
import se.varna.common.Labels;
import se.varna.directory.Owner;
import se.varna.followup.FollowUp;
import se.varna.police.PoliceReferral;
import se.varna.responsibility.FunctionNames;

/** What has happened, as one Swedish sentence: the event's codes are put into the bundle's sentence as words. */
@Component
class TimelineTexts {

    private final Labels labels;
    private final FunctionNames names;

    TimelineTexts(Labels labels, FunctionNames names) {
        this.labels = labels;
        this.names = names;
    }

    String sentence(TimelineEvent event) {
        return labels.text("timeline." + event.kind().name(), words(event).toArray());
    }

    private List<String> words(TimelineEvent event) {
        List<String> details = event.details();
        return switch (event.kind()) {
            case RESPONSIBILITY_DECIDED,
                    RESPONSIBILITY_CHANGED,
                    CASE_TRANSFERRED,
                    CASE_TRANSFERRED_ALONE,
                    RECUSED_TO_SOB,
                    ACTS_AGAIN,
                    DISPUTE_RAISED,
                    DISPUTE_ANSWERED_YES,
                    DISPUTE_ANSWERED_NO,
                    DISPUTE_UNANSWERED,
                    DISPUTE_REMINDED,
                    INFORMATION_TAKEN_IN,
                    INFORMATION_REMINDED,
                    INFORMATION_ESCALATED_DEPUTY,
                    INFORMATION_ESCALATED_HEAD,
                    ADVICE_GIVEN,
                    CONSULTATION_PROPOSED,
                    CONSULTATION_REMINDED,
                    CONSULTATION_ESCALATED_DEPUTY,
                    CONSULTATION_ESCALATED_HEAD,
                    CONSULTATION_ACCEPTED,
                    CONSULTATION_DECLINED,
                    CONSULTATION_ASKED_MORE,
                    CONSULTATION_WITHDRAWN,
                    CONSULTATION_CONCLUDED_ALONE -> functions(details);
            case INFORMED -> informed(details);
            case LEVEL_PROVISIONAL, LEVEL_RAISED, ASSESSED, PLANNED_RISK ->
                each(details, code -> labels.of(Level.valueOf(code)));
            case DEADLINE_MOVED, FOLLOW_UP_PLANNED, PLANNED_MOVED ->
                each(details, moment -> labels.moment(Instant.parse(moment)));
            case FOLLOWED_UP -> each(details, code -> labels.of(FollowUp.Outcome.valueOf(code)));
            case CLOSED -> each(details.subList(0, 1), code -> labels.of(CloseOutcome.valueOf(code)));
            case POLICE_REPORTED ->
                List.of(
                        labels.of(PoliceReferral.ReportedBy.valueOf(details.get(0))),
                        labels.day(LocalDate.parse(details.get(1))));
            case POLICE_ANSWERED, POLICE_TO_REPORT ->
                each(details, code -> labels.of(PoliceReferral.ReportedBy.valueOf(code)));
            case POLICE_PROTECTION -> each(details, code -> labels.of(PoliceReferral.Protection.valueOf(code)));
            case POLICE_LATER, POLICE_DECLINED ->
                each(details, code -> labels.of(PoliceReferral.DeclineReason.valueOf(code)));
            case POLICE_OUTCOME -> each(details, code -> labels.of(PoliceReferral.Outcome.valueOf(code)));
            case CONSULTATION_STATED ->
                List.of(
                        functions(details.subList(0, 2)).get(0),
                        labels.of(SecrecyGround.valueOf(details.get(2))),
                        details.get(3).isEmpty()
                                ? labels.text("consultation.nothing")
                                : labels.of(Stream.of(details.get(3).split(","))
                                        .map(Part::valueOf)
                                        .toList()));
            case REPETITION_TOLD -> each(details, code -> labels.of(SecrecyGround.valueOf(code)));
            case PARTS_DISCLOSED -> {
                List<String> words = functions(details.subList(0, 4));
                words.add(labels.of(details.subList(5, details.size()).stream()
                        .map(Part::valueOf)
                        .toList()));
                words.add(labels.of(SecrecyGround.valueOf(details.get(4))));
                yield words;
            }
            default -> details;
        };
    }

    /** Those who were told before grounds were recorded have none. */
    private List<String> informed(List<String> details) {
        String ground = details.size() > 2
                ? labels.of(SecrecyGround.valueOf(details.get(2)))
                : labels.text("label.SecrecyGround.none");
        return List.of(functions(details.subList(0, 2)).get(0), ground);
    }

    private static List<String> each(List<String> details, Function<String, String> word) {
        return details.stream().map(word).toList();
    }

    /** Functions stand in two details each: which kind, and the unit as others know it. */
    private List<String> functions(List<String> details) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i + 1 < details.size(); i += 2) {
            words.add(names.name(new Owner(Owner.Function.valueOf(details.get(i)), details.get(i + 1))));
        }
        return words;
    }
}
