package se.varna.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Indicator;
import se.varna.casefile.Phase;

/** The city's own alarm system is told of an acute case at night, and its failures cost nobody anything but time. */
class AlarmTest extends VarnaTest {

    private static final String SECRET = "a secret that only these two know";
    private static final String NIGHT = "2026-11-24T22:00";

    /** One that has come in. */
    private record Received(Headers headers, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile int answer = 204;
    private volatile boolean silent;
    private HttpServer server;

    @Autowired
    private SwitchedAlarm alarm;

    @Autowired
    private Alarms alarms;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(exchange.getRequestHeaders(), body));
            try {
                if (silent) {
                    closing.await(20, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        alarm.to(new AlarmSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/larm"),
                SECRET,
                Duration.ofMillis(800)));
    }

    @AfterEach
    void close() {
        alarm.to(null);
        closing.countDown();
        server.stop(0);
    }

    @Test
    void an_acute_case_at_night_is_told_signed_and_with_nothing_of_what_has_happened() throws Exception {
        String number = acute();
        runJobs(number);

        assertThat(received).hasSize(1);
        Received one = received.get(0);
        JsonNode said = new ObjectMapper().readTree(one.body());
        assertThat(said.fieldNames()).toIterable().containsExactly("delivery", "case", "level", "at", "link");
        assertThat(said.get("case").asText()).isEqualTo(number);
        assertThat(said.get("level").asText()).isEqualTo("ACUTE");
        assertThat(said.get("at").asText()).isEqualTo("2026-11-24T21:00:00Z");
        assertThat(said.get("link").asText()).endsWith("/arenden/" + number);
        String timestamp = one.headers().getFirst("Varna-Timestamp");
        assertThat(timestamp).isEqualTo(String.valueOf(swedish(NIGHT).getEpochSecond()));
        assertThat(one.headers().getFirst("Varna-Signature"))
                .isEqualTo("sha256=" + AlarmReceiver.sign(SECRET, timestamp + "." + one.body()));
        assertThat(one.headers().getFirst("Varna-Delivery"))
                .isEqualTo(said.get("delivery").asText());
        assertThat(one.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(steps(newest(number, "sendAlarm"))).contains("endEvent_alarmSent");
    }

    @Test
    void the_signature_is_hmac_sha256_as_others_count_it() {
        // RFC 4231, test case 2.
        assertThat(AlarmReceiver.sign("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void one_that_is_not_received_is_tried_again_then_an_incident_and_a_retry_delivers_it_under_the_same_id() {
        String number = acute();
        Job job = job(number, "serviceTask_sendAlarm");
        answer = 503;
        Date earlier = new Date(0);
        int tries = 0;
        while (reload(job).getRetries() > 0) {
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                    .isInstanceOf(RuntimeException.class);
            tries++;
            Job failed = reload(job);
            if (failed.getRetries() > 0) {
                assertThat(failed.getDuedate()).isAfter(earlier);
                earlier = failed.getDuedate();
                clock.set(failed.getDuedate().toInstant());
            }
        }
        assertThat(tries).isGreaterThan(3);
        Incident incident = engine.getRuntimeService()
                .createIncidentQuery()
                .configuration(job.getId())
                .singleResult();
        assertThat(incident.getIncidentMessage())
                .startsWith("Stadens larmsystem har inte fått veta")
                .doesNotContain("127.0.0.1", "503", number);

        // The case goes on meanwhile.
        complete("jour", number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Ja.");
        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);

        answer = 200;
        engine.getManagementService().setJobRetries(job.getId(), 1);
        engine.getManagementService().executeJob(job.getId());
        assertThat(received).hasSize(tries + 1);
        assertThat(received)
                .extracting(one -> one.headers().getFirst("Varna-Delivery"))
                .containsOnly(received.get(0).headers().getFirst("Varna-Delivery"));
        assertThat(received.get(tries).headers().getFirst("Varna-Signature"))
                .isNotEqualTo(received.get(0).headers().getFirst("Varna-Signature"));
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .configuration(job.getId())
                        .count())
                .isZero();
    }

    @Test
    void a_case_is_told_once_and_what_has_been_delivered_is_not_sent_again() {
        String number = acute();
        alarms.raise(number, "ACUTE");
        runJobs(number);
        alarms.raise(number, "ACUTE");
        runJobs(number);
        alarms.send(jdbc.sql("SELECT id FROM varna.alarm WHERE case_number = ?")
                .param(number)
                .query(java.util.UUID.class)
                .single());
        assertThat(received).hasSize(1);
    }

    @Test
    void where_it_is_sent_elsewhere_it_does_not_follow_and_where_nobody_answers_it_does_not_wait() {
        String redirected = acute();
        answer = 307;
        Job job = job(redirected, "serviceTask_sendAlarm");
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                .isInstanceOf(RuntimeException.class);
        assertThat(received).hasSize(1);

        silent = true;
        long began = System.nanoTime();
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                .isInstanceOf(RuntimeException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
        assertThat(reload(job).getExceptionMessage()).startsWith("Stadens larmsystem har inte fått veta");
    }

    @Test
    void nothing_is_told_by_day_nor_of_what_is_not_acute_nor_where_the_city_has_no_such_system() {
        clock.set("2026-11-24T12:00");
        String byDay = report(newMember("KS"), AReport.about("KS").acute()).caseNumber();
        clock.set(NIGHT);
        String high = report(newMember("KS"), AReport.about("KS").mentioning(Indicator.WEAPON))
                .caseNumber();
        alarm.to(new AlarmSettings(URI.create(""), "", Duration.ofSeconds(1)));
        String off = acute();
        assertThat(List.of(byDay, high, off))
                .allSatisfy(number -> assertThat(instance(number, "sendAlarm")).isNull());
    }

    private String acute() {
        clock.set(NIGHT);
        return report(newMember("KS"), AReport.about("KS").acute()).caseNumber();
    }

    private Job reload(Job job) {
        return engine.getManagementService().createJobQuery().jobId(job.getId()).singleResult();
    }
}
