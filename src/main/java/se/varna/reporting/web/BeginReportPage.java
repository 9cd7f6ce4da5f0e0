package se.varna.reporting.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Report;
import se.varna.reporting.Draft;
import se.varna.reporting.Drafts;
import se.varna.reporting.IncidentReport;

/** Whose question has turned out to be about something that has happened reports it, with what they asked filled in. */
@Controller
class BeginReportPage {

    private final Drafts drafts;
    private final CaseFiles cases;

    BeginReportPage(Drafts drafts, CaseFiles cases) {
        this.drafts = drafts;
        this.cases = cases;
    }

    @PostMapping("/arenden/{number}/rapportera")
    @ForCase(Action.BEGIN_REPORT)
    String begin(@PathVariable String number, Principal person) {
        // The same draft each time: pressing twice begins one report.
        UUID id = UUID.nameUUIDFromBytes((number + " " + person.getName()).getBytes(StandardCharsets.UTF_8));
        if (drafts.sentAs(id, person.getName()).isEmpty()) {
            drafts.beginFrom(number, id, person.getName(), answers(cases.answers(number)));
        }
        return "redirect:/rapportera/" + id;
    }

    private static Map<Integer, Draft.Answer> answers(Report.Answers told) {
        Map<Integer, Draft.Answer> answers = new LinkedHashMap<>();
        put(answers, Question.EXPOSED, "whom", IncidentReport.SELF);
        put(answers, Question.REACH, "reachAt", told.reachAt());
        put(answers, Question.MATTER, "matter", told.matter().name());
        put(answers, Question.MATTER, "unit", told.unit());
        // Last: there the report is opened, for what has happened to be told.
        put(answers, Question.WHAT, "description", told.description());
        return answers;
    }

    private static void put(Map<Integer, Draft.Answer> answers, Question question, String field, String value) {
        if (value != null) {
            Map<String, List<String>> fields = new HashMap<>();
            if (answers.containsKey(question.number())) {
                fields.putAll(answers.get(question.number()).fields());
            }
            fields.put(field, List.of(value));
            answers.put(question.number(), new Draft.Answer("", fields));
        }
    }
}
