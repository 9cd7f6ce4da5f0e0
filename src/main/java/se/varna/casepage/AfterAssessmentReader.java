package se.varna.casepage;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.common.Labels;
import se.varna.directory.Directory;
import se.varna.followup.FollowUp;
import se.varna.followup.Following;
import se.varna.measures.Measure;
import se.varna.measures.MeasureEntry;
import se.varna.measures.Measures;

/** What comes after the assessment: the measures and the follow-ups, as far as the reader may see them. */
@Service
@Transactional(readOnly = true)
class AfterAssessmentReader {

    private final Measures measures;
    private final Following following;
    private final Directory directory;
    private final Labels labels;

    AfterAssessmentReader(Measures measures, Following following, Directory directory, Labels labels) {
        this.measures = measures;
        this.following = following;
        this.directory = directory;
        this.labels = labels;
    }

    /** The measures for those who hold the case; what people have written in them is among the notes. */
    List<CaseMeasure> measures(String number, Sight sight) {
        return measures.of(number).stream()
                .map(measure -> new CaseMeasure(
                        measures.nameOf(measure),
                        measure.state(),
                        measure.isAcute(),
                        measure.assessedAt(),
                        measure.provider(),
                        measure.inForceFrom(),
                        measure.reviewAt(),
                        measure.endedOn(),
                        measure.calledFor(),
                        measures.entries(measure.id()).stream()
                                .map(entry -> step(entry, sight))
                                .toList()))
                .toList();
    }

    /** The measures for others, as far as the words of those who hold the case have been handed over. */
    List<CaseMeasure.Told> toldMeasures(String number, Sight sight) {
        return measures.of(number).stream()
                .map(measure -> new CaseMeasure.Told(
                        measures.nameOf(measure),
                        measures.entries(measure.id()).stream()
                                .filter(entry -> entry.reason() != null || entry.detail() != null)
                                .filter(entry -> sight.shows(Part.NOTES, entry.at()))
                                .map(entry -> step(entry, sight))
                                .toList()))
                .filter(told -> !told.steps().isEmpty())
                .toList();
    }

    private CaseMeasure.Step step(MeasureEntry entry, Sight sight) {
        boolean shown = sight.shows(Part.NOTES, entry.at());
        return new CaseMeasure.Step(
                entry.at(),
                entry.step(),
                directory.nameOf(entry.person()),
                entry.provider(),
                entry.day(),
                entry.reviewAt(),
                shown ? entry.detail() : null,
                shown ? entry.reason() : null,
                !shown && (entry.detail() != null || entry.reason() != null));
    }

    /** Each measure that has been decided upon, for the one whom it protects. */
    List<OwnCase.Protection> ownMeasures(String number) {
        return measures.of(number).stream()
                .filter(measure -> measure.isDecided() || measure.state() == Measure.State.ENDED)
                .map(measure -> new OwnCase.Protection(
                        measures.nameOf(measure),
                        labels.text(
                                "own.measure." + measure.state(),
                                labels.of(measure.provider()),
                                labels.day(measure.inForceFrom()),
                                labels.day(measure.endedOn() == null ? measure.reviewAt() : measure.endedOn()))))
                .toList();
    }

    List<CaseFollowUp> followUps(String number, Sight sight) {
        return following.of(number).stream()
                .map(each -> new CaseFollowUp(
                        each.at(),
                        directory.nameOf(each.by()),
                        each.outcome(),
                        each.nextDay(),
                        each.closeOutcome(),
                        sight.shows(Part.NOTES, each.at()) ? talk(each) : null))
                .toList();
    }

    List<CaseFollowUp> toldFollowUps(String number, Sight sight) {
        return followUps(number, sight).stream()
                .filter(each -> each.talk() != null)
                .toList();
    }

    private static CaseFollowUp.Talk talk(FollowUp followUp) {
        return new CaseFollowUp.Talk(
                followUp.wellbeing(),
                followUp.moreHappened(),
                followUp.whatHappened(),
                followUp.measuresWork(),
                followUp.affectsDuty(),
                followUp.note(),
                followUp.closeReason(),
                followUp.toldHow());
    }
}
