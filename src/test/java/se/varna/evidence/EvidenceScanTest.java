package se.varna.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import se.varna.AReport;
import se.varna.EngineTables;
import se.varna.RunningApplication;
import se.varna.VarnaTest;
import se.varna.casefile.EventKind;
import se.varna.common.Refused;
import se.varna.demo.SentMail;
import se.varna.evidence.EvidenceItem.State;
import se.varna.pages.Reporter;
import se.varna.pages.Visitor;
import se.varna.pages.Visitor.Chosen;

/** Where there is a clamd: a file is held until it has been searched, whatever happens in between. */
class EvidenceScanTest extends VarnaTest {

    private static final String WAITS = "Väntar på att sökas igenom";
    private static final FakeClamd CLAMD = FakeClamd.start();

    @Autowired
    private SwitchedClamd clamd;

    @Autowired
    private Evidences evidences;

    @Autowired
    private SentMail sentMail;

    @Autowired
    private FlywayConnectionDetails server;

    private String number;
    private String page;

    @AfterAll
    static void stop() {
        CLAMD.close();
    }

    @AfterEach
    void none() {
        clamd.to(null);
    }

    @BeforeEach
    void a_case_of_the_school_board() {
        CLAMD.down(false);
        clamd.to(CLAMD);
        number = report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN")).caseNumber();
        page = "/arenden/" + number;
        runJobs(number);
    }

    @Test
    void a_file_is_held_until_it_has_been_searched_and_found_clean() {
        EvidenceItem item = handIn("bild.jpg", Files.jpeg(500_000));
        assertThat(item.state()).isEqualTo(State.HELD);
        Visitor officer = Visitor.signedIn(port, "lsa-grundskola");
        assertThat(officer.get(page).body()).contains(WAITS).doesNotContain("Hämta<");
        // Led back to the page, which says why.
        assertThat(officer.get(page + "/bevis/" + item.id()).path()).isEqualTo(page);
        assertThatThrownBy(() -> evidences.content(item.id()))
                .isInstanceOf(Refused.class)
                .hasMessage("evidence.held");

        runJobs(number);

        assertThat(state()).isEqualTo(State.CLEAN);
        assertThat(CLAMD.searched()).contains(Files.jpeg(500_000));
        assertThat(officer.get(page).body())
                .contains("Hämta<", "Ingen skadlig kod hittades.")
                .doesNotContain(WAITS);
        assertThat(officer.save(page + "/bevis/" + item.id()).body()).isEqualTo(Files.jpeg(500_000));
        assertThat(steps(newest(number, "scanEvidence")))
                .containsExactlyInAnyOrder(
                        "startEvent_evidenceReceived", "serviceTask_searchEvidence", "endEvent_evidenceSearched");
    }

    @Test
    void harmful_code_is_kept_as_evidence_and_given_to_nobody() {
        EvidenceItem item = handIn("lommensrop.txt", Files.EICAR);
        runJobs(number);

        assertThat(state()).isEqualTo(State.INFECTED);
        assertThat(timeline(number)).contains(EventKind.EVIDENCE_INFECTED);
        for (String person : List.of("lsa-grundskola", "ledamot-ks")) {
            Visitor visitor = Visitor.signedIn(port, person);
            assertThat(visitor.get(page).body())
                    .contains("Innehåller skadlig kod.", "Öppna inte originalet.")
                    .contains("Skadlig kod hittades: " + FakeClamd.SIGNATURE)
                    .doesNotContain("Hämta<");
            Visitor.Answer asked = visitor.get(page + "/bevis/" + item.id());
            assertThat(asked.path()).isEqualTo(page);
            assertThat(asked.body()).doesNotContain("EICAR-STAND");
        }
        assertThatThrownBy(() -> evidences.content(item.id()))
                .isInstanceOf(Refused.class)
                .hasMessage("evidence.infected");
        assertThat(jdbc.sql("SELECT count(*) FROM varna.evidence_chunk WHERE evidence = ? AND content = ?")
                        .params(item.id(), Files.EICAR)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(evidences.chain(number, evidences.of(number)))
                .noneMatch(event -> event.kind() == EvidenceEvent.Kind.DOWNLOADED);
        assertThat(EngineTables.holding(jdbc, "lommensrop", "EICAR")).isEmpty();
    }

    @Test
    void of_harmful_code_those_who_hold_the_case_are_told_and_the_one_who_sent_it_without_a_word_of_what() {
        handIn("lommensrop.txt", Files.EICAR);
        runJobs(number);

        assertThat(mailTo("lsa-grundskola", "ska inte öppnas"))
                .hasSize(1)
                .allMatch(text -> text.contains(number) && !text.contains("kod") && !text.contains("lommensrop"));
        assertThat(mailTo("lsa-grundskola-ersattare", "ska inte öppnas")).hasSize(1);
        assertThat(mailTo("ledamot-ks", "Det finns något att läsa om det du har skickat"))
                .hasSize(1)
                .allMatch(text -> !text.contains("kod") && !text.contains("öppna"));
        assertThat(mailTo("ledamot-ks", "ska inte öppnas")).isEmpty();
    }

    @Test
    void one_who_holds_the_case_and_sent_it_themselves_is_told_once() {
        evidences.receive(
                number, "lsa-grundskola", UUID.randomUUID(), "a.txt", new java.io.ByteArrayInputStream(Files.EICAR));
        runJobs(number);

        assertThat(mailTo("lsa-grundskola", "ska inte öppnas")).hasSize(1);
        assertThat(mailTo("lsa-grundskola", "det du har skickat")).isEmpty();
        assertThat(mailTo("ledamot-ks", "det du har skickat")).isEmpty();
    }

    @Test
    void of_a_clean_file_nobody_gets_more_mail() {
        handIn("bild.jpg", Files.jpeg(1000));
        runJobs(number);

        assertThat(mailTo("lsa-grundskola", "ska inte öppnas")).isEmpty();
        assertThat(mailTo("ledamot-ks", "det du har skickat")).isEmpty();
    }

    @Test
    void while_clamd_is_down_the_file_is_held_and_tried_again_until_it_answers() {
        CLAMD.down(true);
        EvidenceItem item = handIn("bild.jpg", Files.jpeg(1000));
        Job job = job(number, "serviceTask_searchEvidence");

        for (int tries = 1; tries <= 2; tries++) {
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                    .isInstanceOf(RuntimeException.class);
            assertThat(state()).isEqualTo(State.HELD);
        }
        Job failed = job(number, "serviceTask_searchEvidence");
        assertThat(failed.getRetries()).isPositive();
        assertThat(failed.getDuedate().toInstant()).isAfter(clock.instant());
        assertThat(evidences.chain(number, List.of(item))).hasSize(1);

        CLAMD.down(false);
        engine.getManagementService().executeJob(job.getId());
        assertThat(state()).isEqualTo(State.CLEAN);
    }

    @Test
    void what_has_been_searched_is_not_searched_again() {
        EvidenceItem item = handIn("bild.jpg", Files.jpeg(1000));
        runJobs(number);
        int searched = CLAMD.searched().size();

        evidences.search(item.id());

        assertThat(CLAMD.searched()).hasSize(searched);
        assertThat(evidences.chain(number, List.of(item))).hasSize(2);
    }

    /** The application in a process of its own, killed with a file that clamd has not answered for. */
    @Test
    void killed_between_upload_and_search_it_loses_nothing(@TempDir Path directory) throws Exception {
        String url = server.getJdbcUrl().replaceAll("/varna$", "/killed");
        execute(
                server.getJdbcUrl().replaceAll("/varna$", "/postgres"),
                "CREATE DATABASE killed OWNER varna_owner ENCODING 'UTF8' TEMPLATE template0");
        byte[] picture = Files.jpeg(2_000_000);
        CLAMD.down(true);

        RunningApplication first = start(directory.resolve("first"), url);
        String number = "";
        try {
            Visitor official = Visitor.signedIn(first.port(), "ledamot-ks");
            number = Reporter.number(Reporter.report(official, "description", "Ett hot."));
            assertThat(official.handIn(
                                    "/arenden/" + number + "/bevis",
                                    List.of(new Chosen("bild.jpg", picture)),
                                    "kvittens",
                                    "")
                            .body())
                    .contains("En fil är sparad.", WAITS);
        } finally {
            first.kill();
        }
        assertThat(first(url, "SELECT state FROM varna.evidence")).isEqualTo("HELD");

        CLAMD.down(false);
        // What it tried and failed in its first life would be tried again in a minute.
        execute(url, "UPDATE engine.act_ru_job SET duedate_ = null, lock_owner_ = null, lock_exp_time_ = null");
        try (RunningApplication second = start(directory.resolve("second"), url)) {
            Visitor official = Visitor.signedIn(second.port(), "ledamot-ks");
            for (int tenth = 0;
                    tenth < 600
                            && !first(url, "SELECT state FROM varna.evidence").equals("CLEAN");
                    tenth++) {
                Thread.sleep(100);
            }
            assertThat(first(url, "SELECT state FROM varna.evidence")).isEqualTo("CLEAN");
            String id = first(url, "SELECT id FROM varna.evidence");
            assertThat(official.save("/arenden/" + number + "/bevis/" + id).body())
                    .isEqualTo(picture);
            assertThat(second.output()).doesNotContain("bild.jpg");
        }
        assertThat(first.output()).doesNotContain("bild.jpg");
    }

    private static RunningApplication start(Path output, String url) {
        return RunningApplication.start(
                output,
                "--spring.profiles.active=demo",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=varna_app",
                "--spring.flyway.user=varna_owner",
                "--varna.demo.catch-mail=false",
                "--varna.evidence.clamd.host=127.0.0.1",
                "--varna.evidence.clamd.port=" + CLAMD.port());
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String first(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    /** What the person has got in this case's mails that say so. */
    private List<String> mailTo(String person, String said) {
        return sentMail.newestTo(person + "@example.org", 1_000).stream()
                .map(SentMail.Letter::text)
                .filter(text -> text.contains(number) && text.contains(said))
                .toList();
    }

    private EvidenceItem handIn(String name, byte[] content) {
        return evidences.receive(
                number, "ledamot-ks", UUID.randomUUID(), name, new java.io.ByteArrayInputStream(content));
    }

    private State state() {
        return evidences.of(number).get(0).state();
    }
}
