package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.domain.PageRequest;
import se.varna.AReport;
import se.varna.EngineTables;
import se.varna.VarnaTest;
import se.varna.access.Part;
import se.varna.access.Reading;
import se.varna.access.Relation;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.Phase;
import se.varna.casefile.SecrecyGround;
import se.varna.directory.Owner;
import se.varna.evidence.EvidenceItem;
import se.varna.evidence.Evidences;
import se.varna.evidence.Files;
import se.varna.pages.Visitor.Chosen;
import se.varna.responsibility.Responsibilities;

/** Handing in files and taking them along, each by those who may. */
@ExtendWith(OutputCaptureExtension.class)
class EvidencePageTest extends VarnaTest {

    private static final byte[] PICTURE = Files.jpeg(300_000);

    @Autowired
    private Evidences evidences;

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private GreenMail mailServer;

    private String number;
    private String page;

    @BeforeEach
    void a_case_of_the_school_board() {
        number = report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN")).caseNumber();
        page = "/arenden/" + number;
        runJobs(number);
    }

    // --- in

    @Test
    void the_exposed_person_hands_in_files_and_those_who_hold_the_case_get_them_byte_for_byte() {
        byte[] film = Files.jpeg(30 * 1024 * 1024);
        Visitor official = as("ledamot-ks");
        official.get(page);

        Visitor.Answer after = official.handIn(
                page + "/bevis",
                List.of(
                        new Chosen("Skärmbild från mötet.jpg", PICTURE),
                        new Chosen("film.jpg", film),
                        new Chosen("sms.txt", Files.text("Jag vet var du bor. Å ä ö."))));

        assertThat(after.path()).isEqualTo(page);
        assertThat(after.body())
                .contains("3 filer är sparade.", "Skärmbild från mötet.jpg", "31,5 MB", "300 kB", "Inte genomsökt")
                .contains("Togs emot.")
                .doesNotContain("??");
        assertThat(timeline(number)).containsOnlyOnce(EventKind.EVIDENCE_ADDED);

        Visitor officer = as("lsa-grundskola");
        assertThat(officer.get(page).body()).contains("Skärmbild från mötet.jpg", "Bevis lades till.");
        assertThat(officer.save(address("film.jpg")).body()).isEqualTo(film);
        assertThat(officer.save(address("Skärmbild från mötet.jpg")).body()).isEqualTo(PICTURE);
        assertThat(as("ledamot-ks").save(address("sms.txt")).body())
                .isEqualTo(Files.text("Jag vet var du bor. Å ä ö."));
    }

    @Test
    void one_file_that_is_refused_takes_no_other_with_it_and_is_told_with_what_to_do() {
        Visitor official = as("ledamot-ks");
        official.get(page);

        Visitor.Answer after = official.handIn(
                page + "/bevis",
                List.of(
                        new Chosen("semester.jpg", Files.program()),
                        new Chosen("bomb.jpg", Files.zipBomb()),
                        new Chosen("tom.jpg", new byte[0]),
                        new Chosen("stor.jpg", Files.jpeg(31 * 1024 * 1024 + 1)),
                        new Chosen("bra.jpg", PICTURE)));

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body())
                .contains("En fil är sparad.", "Det här gick inte att spara")
                .containsPattern("semester.jpg</bdi>: </strong>Filtypen går inte att ta emot.")
                .containsPattern("bomb.jpg</bdi>: </strong>Filtypen går inte att ta emot.")
                .containsPattern("tom.jpg</bdi>: </strong>Filen är tom.")
                .containsPattern("stor.jpg</bdi>: </strong>Filen är för stor: högst 31 MB.");
        assertThat(evidences.of(number)).extracting(EvidenceItem::name).containsExactly("bra.jpg");
        assertThat(official.get(page).body()).doesNotContain("Det här gick inte att spara");
    }

    @Test
    void whoever_chooses_no_file_is_told_so() {
        Visitor official = as("ledamot-ks");
        official.get(page);
        String said = "Välj minst en fil först.";
        assertThat(official.handIn(page + "/bevis", List.of(new Chosen("", new byte[0])))
                        .body())
                .contains(said);
        assertThat(official.post(page + "/bevis").body()).contains(said);
    }

    @Test
    void without_the_pages_token_nothing_is_taken_however_long_it_is() {
        Visitor official = as("ledamot-ks");
        // Never saw a page, so there is no token to send along.
        for (int size : new int[] {1000, 8 * 1024 * 1024}) {
            Visitor.Answer refused = Visitor.signedIn(port, "ledamot-ks")
                    .withoutToken()
                    .handIn(page + "/bevis", List.of(new Chosen("a.jpg", Files.jpeg(size))));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("Det går inte att göra det här");
        }
        assertThat(official.get(page).status()).isEqualTo(200);
        assertThat(evidences.of(number)).isEmpty();
    }

    @Test
    void the_reporter_adds_files_on_the_receipt_once_the_report_is_saved() {
        String member = newMember("GRUNDSKOLENAMNDEN");
        String other = report("lsa-liseberg", AReport.about("GRUNDSKOLENAMNDEN").exposed(member))
                .caseNumber();
        Visitor reporter = as("lsa-liseberg");
        assertThat(reporter.get("/kvittens/" + other).body()).contains("Lägg till filer");

        Visitor.Answer after = reporter.handIn(
                "/arenden/" + other + "/bevis",
                List.of(new Chosen("brev.jpg", PICTURE), new Chosen("x.exe", Files.program())),
                "kvittens",
                "");

        assertThat(after.path()).isEqualTo("/kvittens/" + other);
        assertThat(after.body())
                .contains("En fil är sparad.", "brev.jpg", "x.exe</bdi>", other)
                .contains("Rapporten och det som redan finns i ärendet är kvar.")
                .doesNotContain("Hämta");
        String id = evidences.of(other).get(0).id().toString();
        assertThat(reporter.get("/arenden/" + other + "/bevis/" + id).status()).isEqualTo(403);
        // What the reporter has handed in is the case's, and not the exposed person's own.
        Visitor exposed = as(member);
        assertThat(exposed.get("/arenden/" + other).body()).doesNotContain("brev.jpg");
        assertThat(exposed.get("/arenden/" + other + "/bevis/" + id).status()).isEqualTo(404);
    }

    @Test
    void the_exposed_person_comes_back_to_the_receipt_when_they_came_from_there() {
        Visitor official = as("ledamot-ks");
        official.get("/kvittens/" + number);
        assertThat(official.handIn(page + "/bevis", List.of(new Chosen("a.jpg", PICTURE)), "kvittens", "")
                        .path())
                .isEqualTo("/kvittens/" + number);
        Visitor officer = as("lsa-grundskola");
        officer.get(page + "?inbaddad");
        Visitor.Answer framed = officer.handIn(page + "/bevis", List.of(new Chosen("b.jpg", PICTURE)), "inbaddad", "");
        assertThat(framed.body()).contains("En fil är sparad.").doesNotContain("Logga ut");
    }

    // --- told

    @Test
    void what_others_hand_in_is_something_new_and_those_who_hold_the_case_get_one_mail() throws Exception {
        String official = newMember("GRUNDSKOLENAMNDEN");
        String followed = caseInFollowUp(official, "GRUNDSKOLENAMNDEN", "lsa-grundskola", "LOW");
        runJobs(followed);
        later(Duration.ofHours(1));
        Visitor visitor = as(official);
        visitor.get("/arenden/" + followed);

        visitor.handIn(
                "/arenden/" + followed + "/bevis",
                List.of(new Chosen("hemligt-namn.jpg", PICTURE), new Chosen("till.jpg", PICTURE)));
        runJobs(followed);

        assertThat(file(followed).phase()).isEqualTo(Phase.ASSESSMENT);
        assertThat(file(followed).informationAt()).isEqualTo(clock.instant());
        assertThat(timeline(followed)).containsOnlyOnce(EventKind.EVIDENCE_ADDED);
        List<MimeMessage> mails = Arrays.stream(mailServer.getReceivedMessages())
                .filter(mail -> text(mail).contains("Något nytt har kommit in i ärende " + followed))
                .toList();
        assertThat(mails).hasSize(directory.members("lsa-GRUNDSKOLENAMNDEN").size());
        assertThat(mails)
                .allSatisfy(mail ->
                        assertThat(text(mail)).contains(followed).doesNotContain("hemligt-namn", "bevis", "till.jpg"));
    }

    @Test
    void what_those_who_hold_the_case_hand_in_themselves_is_told_to_nobody() {
        String official = newMember("GRUNDSKOLENAMNDEN");
        String followed = caseInFollowUp(official, "GRUNDSKOLENAMNDEN", "lsa-grundskola", "LOW");
        runJobs(followed);
        int before = mailServer.getReceivedMessages().length;
        Visitor officer = as("lsa-grundskola");
        officer.get("/arenden/" + followed);

        officer.handIn("/arenden/" + followed + "/bevis", List.of(new Chosen("a.jpg", PICTURE)));
        runJobs(followed);

        assertThat(timeline(followed)).contains(EventKind.EVIDENCE_ADDED);
        assertThat(file(followed).phase()).isEqualTo(Phase.FOLLOW_UP);
        assertThat(mailServer.getReceivedMessages()).hasSize(before);
    }

    @Test
    void neither_name_nor_content_is_in_the_engine_or_the_log_or_an_address(CapturedOutput log) {
        String canary = "lommensrop";
        int before = log.getAll().length();
        Visitor official = as("ledamot-ks");
        official.get(page);
        Visitor.Answer after = official.handIn(
                page + "/bevis",
                List.of(
                        new Chosen(canary + ".txt", Files.text(canary)),
                        new Chosen(canary + ".exe", Files.program()),
                        new Chosen(canary + "-tom.txt", new byte[0])));
        runJobs(number);
        as("lsa-grundskola").save(address(canary + ".txt"));

        assertThat(after.body()).contains(canary + ".txt</bdi>");
        assertThat(after.response().uri().toString()).doesNotContain(canary);
        assertThat(address(canary + ".txt")).doesNotContain(canary);
        assertThat(EngineTables.holding(jdbc, canary)).isEmpty();
        assertThat(log.getAll().substring(before)).doesNotContain(canary);
        assertThat(jdbc.sql("SELECT count(*) FROM varna.outgoing_mail m WHERE m::text LIKE ?")
                        .param("%" + canary + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    // --- out

    @Test
    void a_file_is_saved_and_never_shown_under_a_name_that_fits_what_it_is() {
        Visitor official = as("ledamot-ks");
        official.get(page);
        official.handIn(
                page + "/bevis",
                List.of(
                        new Chosen("C:\\Users\\hemma\\Åäö \"foto\".exe", PICTURE),
                        new Chosen("../../fot\u202Egpj.hta", Files.text("echo hej")),
                        new Chosen("rad\nbryt.txt", Files.text("hej"))));

        HttpHeaders picture =
                as("lsa-grundskola").save(address("Åäö \"foto\".exe")).headers();
        assertThat(picture.firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"Aao _foto_.exe.jpg\";"
                        + " filename*=UTF-8''%C3%85%C3%A4%C3%B6%20%22foto%22.exe.jpg");
        assertThat(picture.firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(picture.firstValue("Content-Length")).hasValue(String.valueOf(PICTURE.length));
        assertThat(picture.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(picture.allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'; frame-ancestors 'none'");
        assertThat(picture.firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        assertThat(picture.allValues("X-Frame-Options")).containsExactly("DENY");

        HttpHeaders text = as("lsa-grundskola").save(address("fotgpj.hta")).headers();
        assertThat(text.firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(text.firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"fotgpj.hta.txt\"; filename*=UTF-8''fotgpj.hta.txt");
    }

    @Test
    void each_download_is_in_the_log_and_in_the_chain_that_shows_who_and_when() {
        Visitor official = as("ledamot-ks");
        official.get(page);
        official.handIn(page + "/bevis", List.of(new Chosen("a.jpg", PICTURE)));
        later(Duration.ofMinutes(5));
        Visitor officer = as("lsa-grundskola");
        officer.save(address("a.jpg"));
        evidences.handedOver(evidences.of(number).get(0).id(), "lsa-grundskola", "P-1");

        assertThat(readLog.readings(number, needToKnow.sight("ledamot-ks", number), PageRequest.of(0, 10)).stream()
                        .map(Reading::getPart))
                .contains("READ_EVIDENCE");
        assertThat(officer.get(page).body())
                .containsSubsequence(
                        "Beviskedja",
                        "kl. 10.00",
                        "Ledamot KS",
                        "Togs emot.",
                        "kl. 10.05",
                        "Lokalt säkerhetsansvarig Grundskola",
                        "Hämtades.",
                        "Lämnades över: P-1.",
                        evidences.of(number).get(0).sha256());
        assertThat(as("ledamot-ks").get(page).body()).contains("Hämtades.");
        assertThat(as("ledamot-ks").get(page + "/lasningar").body()).contains("en fil bland bevisen");
    }

    @Test
    void who_may_see_no_evidence_gets_what_a_case_that_does_not_exist_gives() {
        Visitor official = as("ledamot-ks");
        official.get(page);
        official.handIn(page + "/bevis", List.of(new Chosen("a.jpg", PICTURE)));
        cases.share(number, "on-call", Relation.ON_CALL, null);

        // An information copy, the on-call company, another unit's officer, others.
        for (String other : List.of("sob-1", "jour", "lsa-liseberg", "ledamot-kf", "parti-a", "admin")) {
            Visitor visitor = as(other);
            Visitor.Answer hidden = visitor.get(address("a.jpg"));
            Visitor.Answer none = visitor.get("/arenden/V-2026-99999/bevis/" + id("a.jpg"));
            assertThat(hidden.status()).as(other).isEqualTo(404);
            assertThat(hidden.body()).as(other).isEqualTo(none.body());
            assertThat(visitor.get(page).body()).as(other).doesNotContain("a.jpg", "Beviskedja");
            visitor.get("/rapportera");
            assertThat(visitor.handIn(page + "/bevis", List.of(new Chosen("b.jpg", PICTURE)))
                            .status())
                    .as(other)
                    .isIn(403, 404);
        }
        assertThat(evidences.of(number)).hasSize(1);
        assertThat(official.get(address("a.jpg").replace(number, otherCase())).status())
                .as("another case's file")
                .isEqualTo(404);
        assertThat(official.get(page + "/bevis/finns-inte").status()).isEqualTo(404);
    }

    @Test
    void whoever_takes_a_case_over_sees_the_former_ones_evidence_only_when_it_is_handed_over() {
        Visitor official = as("ledamot-ks");
        official.get(page);
        official.handIn(page + "/bevis", List.of(new Chosen("a.jpg", PICTURE)));
        later(Duration.ofMinutes(10));
        Owner former = file(number).owner();
        responsibilities.takeOver(
                number,
                Owner.SECURITY_AND_PREPAREDNESS,
                "Frågan ligger nu hos kommunstyrelsen.",
                EventKind.CASE_TRANSFERRED,
                "sob-1");
        later(Duration.ofMinutes(1));
        official.handIn(page + "/bevis", List.of(new Chosen("b.jpg", PICTURE)));

        Visitor department = as("sob-1");
        assertThat(department.get(page).body()).contains("b.jpg").doesNotContain("a.jpg");
        assertThat(department.get(address("a.jpg")).status()).isEqualTo(404);
        assertThat(department.save(address("b.jpg")).statusCode()).isEqualTo(200);

        cases.disclose(
                number,
                former,
                "sob",
                Disclosure.Occasion.LATER,
                SecrecyGround.NECESSARY,
                Set.of(Part.EVIDENCE),
                "lsa-grundskola");
        assertThat(department.get(page).body()).contains("a.jpg");
        HttpResponse<byte[]> given = department.save(address("a.jpg"));
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).isEqualTo(PICTURE);
    }

    @Test
    void another_system_gets_of_each_file_what_the_page_shows_to_the_same_person() {
        Visitor official = as("ledamot-ks");
        official.get(page);
        official.handIn(page + "/bevis", List.of(new Chosen("a.jpg", PICTURE)));
        later(Duration.ofMinutes(10));
        as("lsa-grundskola").save(address("a.jpg"));
        cases.share(number, "on-call", Relation.ON_CALL, null);

        for (String person : List.of("lsa-grundskola", "ledamot-ks")) {
            JsonNode file = evidenceFor(person).get(0);
            assertThat(file.get("id").textValue()).isEqualTo(id("a.jpg"));
            assertThat(file.get("name").textValue()).isEqualTo("a.jpg");
            assertThat(file.get("mediaType").textValue()).isEqualTo("image/jpeg");
            assertThat(file.get("size").longValue()).isEqualTo(PICTURE.length);
            assertThat(file.get("sha256").textValue())
                    .isEqualTo(evidences.of(number).get(0).sha256());
            assertThat(file.get("state").textValue()).isEqualTo("NOT_SCANNED");
            assertThat(file.get("chain")).hasSize(2);
            assertThat(file.get("chain").get(1).toString())
                    .contains("2026-11-24T10:10:00+01:00", "Lokalt säkerhetsansvarig Grundskola", "Hämtades.");
        }
        for (String person : List.of("sob-1", "jour")) {
            assertThat(evidenceFor(person)).as(person).isEmpty();
        }

        responsibilities.takeOver(
                number,
                Owner.SECURITY_AND_PREPAREDNESS,
                "Frågan ligger nu hos kommunstyrelsen.",
                EventKind.CASE_TRANSFERRED,
                "sob-1");
        later(Duration.ofMinutes(1));
        official.handIn(page + "/bevis", List.of(new Chosen("b.jpg", PICTURE)));
        assertThat(evidenceFor("sob-1"))
                .extracting(file -> file.get("name").textValue())
                .containsExactly("b.jpg");
    }

    private JsonNode evidenceFor(String person) {
        String body =
                Visitor.api(port, "GET", "/api/cases/" + number, person, null).body();
        try {
            return new ObjectMapper().readTree(body).get("evidence");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String otherCase() {
        return report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN")).caseNumber();
    }

    private String id(String name) {
        return evidences.of(number).stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private String address(String name) {
        return page + "/bevis/" + id(name);
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getSubject() + mail.getContent();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Visitor as(String user) {
        return Visitor.signedIn(port, user);
    }
}
