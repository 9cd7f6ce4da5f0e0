package se.varna.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.common.Refused;

/** A report is taken in once, whole, or not at all. */
class ReportingTest extends VarnaTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_same_key_again_gives_the_same_answer_and_no_second_case() {
        IncidentReport report = AReport.about("KF").build();
        Receipt first = reporting.report(report, "ledamot-kf", "samma-nyckel");
        int before = numberOfCases();

        assertThat(reporting.report(report, "ledamot-kf", "samma-nyckel")).isEqualTo(first);
        assertThat(numberOfCases()).isEqualTo(before);
        // Someone else's key is another key.
        assertThat(reporting.report(report, "ledamot-ks", "samma-nyckel").caseNumber())
                .isNotEqualTo(first.caseNumber());
        assertThatThrownBy(() -> reporting.report(AReport.about("KS").build(), "ledamot-kf", "samma-nyckel"))
                .hasMessageContaining("report.keyReused");
    }

    @Test
    void the_answer_stays_the_same_when_the_case_has_moved_on() {
        IncidentReport report = AReport.about("KF").build();
        Receipt first = reporting.report(report, "ledamot-kf", "går-vidare");
        complete("sob-1", first.caseNumber(), "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Ja.");
        assertThat(reporting.report(report, "ledamot-kf", "går-vidare")).isEqualTo(first);
    }

    @Test
    void pressed_many_times_at_once_it_is_still_one_case() throws Exception {
        IncidentReport report = AReport.about("KF").build();
        int before = numberOfCases();
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Receipt>> presses = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                presses.add(() -> reporting.report(report, "ledamot-kf", "många-tryck"));
            }
            List<Receipt> receipts = new ArrayList<>();
            for (Future<Receipt> press : people.invokeAll(presses)) {
                receipts.add(press.get());
            }
            assertThat(receipts).containsOnly(receipts.get(0));
        } finally {
            people.shutdown();
        }
        assertThat(numberOfCases()).isEqualTo(before + 1);
    }

    @Test
    void many_different_reports_at_once_each_get_a_number_that_tells_of_no_other() throws Exception {
        Set<String> numbers = new HashSet<>();
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Receipt>> reports = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                reports.add(() -> reporting.report(AReport.about("KF").build(), "ledamot-kf", null));
            }
            for (Future<Receipt> report : people.invokeAll(reports)) {
                numbers.add(report.get().caseNumber());
            }
        } finally {
            people.shutdown();
        }
        List<Integer> drawn = numbers.stream()
                .map(number -> Integer.valueOf(number.substring("V-2026-".length())))
                .sorted()
                .toList();
        assertThat(drawn).hasSize(12);
        assertThat(drawn.get(11) - drawn.get(0))
                .as("as wide as twelve drawn by lot")
                .isGreaterThan(1_000);
    }

    @Test
    void a_number_has_the_swedish_year() {
        clock.set("2031-01-01T00:30");
        assertThat(report("ledamot-kf", AReport.about("KF")).caseNumber()).matches("V-2031-\\d{6}");
    }

    @Test
    void what_is_wrong_is_told_all_at_once_and_nothing_is_kept() {
        int before = numberOfCases();
        IncidentReport wrong = AReport.about("FINNS_INTE")
                .exposed("ingen-sådan")
                .saying("x".repeat(20_001))
                .happenedAt(OffsetDateTime.parse("2027-01-01T00:00+01:00"))
                .build();
        assertThatThrownBy(() -> reporting.report(wrong, "ledamot-kf", "fel"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .extracting("field")
                        .containsExactlyInAnyOrder("exposed", "description", "unit", "occurredAt"));
        assertThat(numberOfCases()).isEqualTo(before);
        // The key is free for the mended report.
        assertThat(reporting
                        .report(AReport.about("KF").build(), "ledamot-kf", "fel")
                        .caseNumber())
                .startsWith("V-");
    }

    @Test
    void a_report_for_another_gives_the_reporter_a_receipt_and_nothing_of_the_case() {
        Receipt receipt = report("lsa-liseberg", AReport.about("KF").exposed("ledamot-kf"));
        assertThat(needToKnow.may("lsa-liseberg", receipt.caseNumber(), se.varna.access.Action.READ_RECEIPT))
                .isTrue();
        assertThat(extent(receipt.caseNumber(), "lsa-liseberg")).isEqualTo(se.varna.access.Extent.RECEIPT);
        assertThat(needToKnow.may("lsa-liseberg", receipt.caseNumber(), se.varna.access.Action.READ))
                .isFalse();
        assertThat(extent(receipt.caseNumber(), "ledamot-kf")).isEqualTo(se.varna.access.Extent.OWN);
    }

    @Test
    void nobody_learns_from_a_report_whom_the_directory_knows() {
        for (String exposed : List.of("sob-1", "finns-inte")) {
            assertThatThrownBy(() -> report("ledamot-kf", AReport.about("KF").exposed(exposed)))
                    .hasMessage("exposed: report.exposedUnknown");
        }
    }

    @Test
    void someone_whom_the_directory_does_not_know_is_taken_care_of_all_the_same() {
        Receipt receipt = report("ledamot-kf", AReport.about("KULTURNAMNDEN").someoneElse("min dotter"));
        assertThat(receipt.row()).isEqualTo(9);
        assertThat(file(receipt.caseNumber()).exposedOther()).isEqualTo("min dotter");
        assertThat(groupsOf(receipt.caseNumber(), "userTask_contactExposed")).containsExactly("sob");
    }

    private int numberOfCases() {
        return jdbc.sql("SELECT count(*) FROM varna.case_file")
                .query(Integer.class)
                .single();
    }
}
