package se.varna.casefile.process;

import java.util.List;
import org.springframework.stereotype.Component;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Information;
import se.varna.casefile.Report;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.directory.Directory;
import se.varna.directory.Unit;
import se.varna.engine.FormContent;
import se.varna.engine.TaskContext;

/** The case in short, at the head of a form: who, what, where, and what has been told since. */
@Component
class CaseSummaryContent implements FormContent {

    private final CaseFiles cases;
    private final Directory directory;
    private final Labels labels;

    CaseSummaryContent(CaseFiles cases, Directory directory, Labels labels) {
        this.cases = cases;
        this.directory = directory;
        this.labels = labels;
    }

    @Override
    public String name() {
        return "caseSummary";
    }

    @Override
    public String markdown(TaskContext task, Sight sight) {
        CaseFile file = cases.get(task.caseNumber());
        Report.Answers answers = cases.answers(task.caseNumber());
        String who = cases.nameOfExposed(file).orElse(labels.text("exposed.unknown"));
        String unit = directory.unit(answers.unit()).map(Unit::name).orElse("–");
        boolean told = sight.shows(Part.DESCRIPTION, file.receivedAt());
        StringBuilder summary = new StringBuilder(labels.text(
                "form.caseSummary",
                file.number(),
                Markdown.plain(who),
                labels.of(file.level()),
                labels.moment(file.receivedAt()),
                unit,
                told && answers.place() != null ? labels.of(answers.place()) : "–",
                told ? Markdown.quote(answers.description()) : labels.text("form.withheld.description")));
        List<Information> later = cases.information(file.number());
        List<Information> open = later.stream()
                .filter(information -> sight.shows(Part.DESCRIPTION, information.at()))
                .toList();
        for (Information information : open) {
            summary.append("\n\n")
                    .append(labels.text(
                            "form.laterInformation",
                            labels.moment(information.at()),
                            Markdown.quote(information.text())));
        }
        if (open.size() < later.size()) {
            summary.append("\n\n").append(labels.text("form.withheld.information"));
        }
        return summary.toString();
    }
}
