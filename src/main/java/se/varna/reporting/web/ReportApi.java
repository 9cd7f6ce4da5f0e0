package se.varna.reporting.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.web.JsonInput;
import se.varna.common.web.SwedishTime;
import se.varna.reporting.IncidentReport;
import se.varna.reporting.Receipt;
import se.varna.reporting.Reporting;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.NamedFunction;
import se.varna.responsibility.ToldFunction;

/** Takes reports in from other systems, by the same use case as the page. */
@RestController
@ForArea(Area.REPORT)
class ReportApi {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final Reporting reporting;
    private final FunctionNames names;

    ReportApi(Reporting reporting, FunctionNames names) {
        this.reporting = reporting;
        this.names = names;
    }

    /** The receipt, as JSON. */
    record Answer(
            String caseNumber,
            NamedFunction responsible,
            List<ToldFunction> inform,
            int row,
            List<String> rules,
            String reason,
            @SwedishTime Instant firstContactBy) {}

    /** @param key the sender's name for this very report: the same key again gives the same answer, and no second case */
    @PostMapping("/api/reports")
    ResponseEntity<Answer> report(
            @RequestBody JsonNode body, @RequestHeader(name = KEY, required = false) String key, Principal person) {
        JsonInput input = new JsonInput(body);
        boolean keyed = key != null && !key.isBlank();
        input.problems().addIf(keyed && key.length() > LONGEST_KEY, KEY, "page.keyTooLong", LONGEST_KEY);
        IncidentReport report = ReportReader.read(input, input.time("occurredAt"), reporting);
        Receipt receipt = reporting.report(report, person.getName(), keyed ? key : null);
        return ResponseEntity.created(URI.create("/api/cases/" + receipt.caseNumber()))
                .body(new Answer(
                        receipt.caseNumber(),
                        names.named(receipt.responsible()),
                        receipt.inform().stream().map(ToldFunction::of).toList(),
                        receipt.row(),
                        receipt.rules(),
                        receipt.reason(),
                        receipt.firstContactBy()));
    }
}
