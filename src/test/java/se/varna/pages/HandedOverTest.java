package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static se.varna.access.Part.CONTACT;
import static se.varna.access.Part.DESCRIPTION;
import static se.varna.access.Part.EVIDENCE;
import static se.varna.access.Part.NOTES;
import static se.varna.access.Part.PERSONS;
import static se.varna.access.Part.POLICE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.casefile.SecrecyGround;
import se.varna.demo.SentMail;
import se.varna.directory.Owner;
import se.varna.disclosure.PartyConsent;
import se.varna.evidence.Evidences;
import se.varna.followup.Following;
import se.varna.reporting.IncidentReport;
import se.varna.responsibility.Responsibilities;
import se.varna.responsibility.Settlements;
import se.varna.web.SignedIn;

/**
 * The secrecy gate between functions: the next one to hold a case sees of the time before what has been handed over, and
 * nothing else: on the page, through the API, in the forms and on the timeline (OSL 8:1).
 */
class HandedOverTest extends VarnaTest {

    private static final Owner SCHOOL = Owner.localOfficer("GRUNDSKOLENAMNDEN");
    private static final Owner LISEBERG = Owner.localOfficer("LISEBERG");
    private static final Owner DEPARTMENT = Owner.SECURITY_AND_PREPAREDNESS;

    private static final String REASON = "Frågan hör till den andra funktionens arbete.";

    /** Words of each part, as they were written before the handing over. */
    private static final Map<Part, List<String>> WORDS = Map.of(
            CONTACT, List.of("1740699"),
            DESCRIPTION,
                    List.of("beskrivningsord", "politiskord", "påverkansord", "mötesord", "senareord", "vapen nämns"),
            PERSONS, List.of("gärningsmannaord", "Ledamot anmälare"),
            EVIDENCE, List.of(),
            NOTES, List.of("samtalsord", "bedömningsord", "åtgärdsord", "uppföljningsord", "anteckningsord"),
            POLICE, List.of("5000-K77777-26", "Polisanmälan gjordes av", "Frågan om polisanmälan togs upp"));

    /** Signed in once in each test. */
    private final Map<String, Visitor> visitors = new HashMap<>();

    private final Map<String, SignedIn> atWork = new HashMap<>();

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    Settlements settlements;

    @Autowired
    Following following;

    @Autowired
    Evidences evidences;

    @Autowired
    PartyConsent consents;

    @Autowired
    SentMail sentMail;

    @Autowired
    PlatformTransactionManager transactions;

    private final ObjectMapper json = new ObjectMapper();

    // --- the case and its ways

    /** From whom to whom, by a takeover or a settled dispute. */
    private record Way(Owner from, Owner to, boolean settled) {

        @Override
        public String toString() {
            return from.group() + " till " + to.group();
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way(SCHOOL, DEPARTMENT, false), new Way(DEPARTMENT, SCHOOL, false), new Way(SCHOOL, LISEBERG, true));

    static Stream<Arguments> each_part_on_each_way() {
        return WAYS.stream().flatMap(way -> Stream.of(Part.values()).map(part -> Arguments.of(way, part)));
    }

    private static String officer(Owner of) {
        return of.equals(DEPARTMENT) ? "sob-1" : of.equals(SCHOOL) ? "lsa-grundskola" : "lsa-liseberg";
    }

    private static String name(Owner of) {
        return of.equals(DEPARTMENT)
                ? "Säkerhet och Beredskap"
                : "Lokalt säkerhetsansvarig, " + (of.equals(SCHOOL) ? "Grundskolenämnden" : "Liseberg");
    }

    /** A case with words in every part, written by its first owner; an assessment and other tasks are open. */
    private String worked(Owner owner) {
        String unit = owner.equals(DEPARTMENT) ? "KS" : owner.code();
        String reporter = newMember("KULTURNAMNDEN");
        jdbc.sql("UPDATE varna.person SET display_name = 'Ledamot anmälare' WHERE id = ?")
                .param(reporter)
                .update();
        String number = reporting
                .report(
                        new IncidentReport(
                                newMember(unit),
                                null,
                                "beskrivningsord",
                                null,
                                Place.HOME,
                                Matter.CITY,
                                unit,
                                "politiskord",
                                false,
                                false,
                                Set.of(Kind.THREAT),
                                Set.of(Indicator.WEAPON),
                                "070-1740699",
                                true,
                                false,
                                true,
                                true,
                                "gärningsmannaord",
                                "påverkansord",
                                true,
                                "mötesord"),
                        reporter,
                        null)
                .caseNumber();
        runJobs(number);
        later(Duration.ofMinutes(5));
        String by = officer(owner);
        complete(by, number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "samtalsord");
        complete(
                by,
                number,
                "userTask_assessIncident",
                "level",
                "HIGH",
                "reason",
                "bedömningsord",
                "measures",
                List.of("PERSONLARM"));
        complete(
                by,
                number,
                "userTask_decideMeasure",
                "measureDecision",
                "APPROVED",
                "provider",
                "POLICE",
                "reviewAt",
                "2026-12-01",
                "reason",
                "åtgärdsord");
        complete(
                by,
                number,
                "userTask_advisePoliceReport",
                "policeDecision",
                "REPORTED",
                "reportNumber",
                "5000-K77777-26",
                "reportedAt",
                "2026-11-23",
                "reportedBy",
                "EXPOSED");
        followUp(by, number, "CONTINUE", "note", "uppföljningsord");
        cases.addNote(number, by, "anteckningsord");
        evidences.receive(
                number,
                reporter,
                UUID.randomUUID(),
                "bevisord.txt",
                new ByteArrayInputStream("Hotet, sparat.".getBytes(StandardCharsets.UTF_8)));
        following.addInformation(number, by, "senareord", Set.of(Indicator.CHILDREN), false);
        runJobs(number);
        later(Duration.ofMinutes(5));
        return number;
    }

    /** The case goes to the next owner, and those parts go along. */
    private void handOver(String number, Way way, Part... parts) {
        String by = officer(way.from());
        Set<Part> along = Stream.of(parts).collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
        if (way.settled()) {
            settlements.raise(number, new Settlements.Objection(REASON, way.to().publicUnit(), along), by);
            complete(officer(way.to()), number, "userTask_answerDispute", "answer", "YES", "reason", REASON);
            complete(
                    "sob-chef",
                    number,
                    "userTask_decideResponsibility",
                    "decision",
                    "MOVE",
                    "owner",
                    way.to().publicUnit(),
                    "rule",
                    "R26",
                    "reason",
                    REASON);
        } else {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                if (!along.isEmpty()) {
                    cases.disclose(
                            number,
                            way.from(),
                            way.to().group(),
                            Disclosure.Occasion.CONSULTATION,
                            SecrecyGround.NECESSARY,
                            along,
                            by);
                }
                responsibilities.takeOver(number, way.to(), REASON, EventKind.CASE_TRANSFERRED, by);
            });
        }
        later(Duration.ofMinutes(5));
    }

    // --- what is seen

    private String page(String number, String person) {
        return as(person).get("/arenden/" + number).body();
    }

    private JsonNode api(String number, String person) {
        try {
            return json.readTree(Visitor.api(port, "GET", "/api/cases/" + number, person, null)
                    .body());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every form of the case that the person can open in Tasklist. */
    private String forms(String number, String person) {
        SignedIn browser = atWork.computeIfAbsent(person, id -> SignedIn.as(id, port));
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(task -> browser.engineGet("/task/" + task.getId() + "/deployed-form"))
                .peek(form -> assertThat(form.statusCode()).isEqualTo(200))
                .map(java.net.http.HttpResponse::body)
                .collect(Collectors.joining("\n"));
    }

    private record Seen(String page, JsonNode api) {}

    /** The person sees the words of those parts and of no other, on the page and through the API. */
    private Seen assertSees(String number, String person, Set<Part> parts) {
        String page = page(number, person);
        JsonNode read = api(number, person);
        String api = read.toString();
        WORDS.forEach((part, words) -> {
            for (String word : words) {
                boolean shown = parts.contains(part);
                assertThat(page.contains(word)).as("page: " + word).isEqualTo(shown);
                assertThat(api.contains(word)).as("API: " + word).isEqualTo(shown);
            }
        });
        JsonNode report = read.get("report");
        assertThat(report.get("evidenceSaved").isNull()).isNotEqualTo(parts.contains(EVIDENCE));
        assertThat(report.get("policeReported").isNull()).isNotEqualTo(parts.contains(POLICE));
        assertThat(report.get("voicemailAllowed").isNull()).isNotEqualTo(parts.contains(CONTACT));
        assertThat(report.get("happenedBefore").isNull()).isNotEqualTo(parts.contains(DESCRIPTION));
        assertThat(page.contains("bevisord.txt")).isEqualTo(parts.contains(EVIDENCE));
        assertThat(page.contains("Bevis sparade</dt>\n      <dd>Ja")).isEqualTo(parts.contains(EVIDENCE));
        return new Seen(page, read);
    }

    // --- the gate

    @ParameterizedTest
    @MethodSource("each_part_on_each_way")
    void the_next_owner_sees_the_part_that_was_handed_over_and_no_other(Way way, Part part) {
        String number = worked(way.from());
        handOver(number, way, part);

        String next = officer(way.to());
        Seen seen = assertSees(number, next, Set.of(part));
        assertThat(seen.page())
                .contains("Inte utlämnat. " + name(way.from()) + " kan lämna ut det.")
                // What every owner must know to go on.
                .contains("Personlarm", "Hög", "Kontakt</strong>", REASON)
                .doesNotContain("??");
        assertThat(seen.api().get("withheld"))
                .extracting(each -> Part.valueOf(each.get("part").textValue()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(part)));
        assertThat(seen.api().get("withheld"))
                .allSatisfy(each -> assertThat(each.get("by").get(0).get("name").textValue())
                        .isEqualTo(name(way.from())));

        String forms = forms(number, next);
        boolean told = part == DESCRIPTION;
        assertThat(forms.contains("beskrivningsord")).isEqualTo(told);
        assertThat(forms.contains("senareord")).isEqualTo(told);
        assertThat(forms.contains("vapen nämns")).isEqualTo(told);
        assertThat(forms.contains("Beskrivningen är inte utlämnad.")).isNotEqualTo(told);
        assertThat(forms.contains("Skälen är inte utlämnade.")).isNotEqualTo(told);
        assertThat(forms).contains("Tabellen föreslår: Hög");
        assertThat(forms.contains("åtgärdsord")).isEqualTo(part == NOTES);
        assertThat(forms.contains("5000-K77777-26")).isEqualTo(part == POLICE);
        assertThat(forms).contains("Personlarm");

        assertThat(page(number, officer(way.from())))
                .contains("Därför ser du det här", "din funktion har haft ärendet. Nu har " + name(way.to()))
                .doesNotContain("bevisord.txt")
                .doesNotContain(WORDS.values().stream().flatMap(List::stream).toArray(String[]::new));
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void the_first_owner_sees_everything_and_so_does_the_next_one_to_whom_all_was_handed_over(Way way) {
        String number = worked(way.from());
        assertSees(number, officer(way.from()), EnumSet.allOf(Part.class));
        handOver(number, way, Part.values());
        Seen seen = assertSees(number, officer(way.to()), EnumSet.allOf(Part.class));
        assertThat(seen.page()).doesNotContain("Inte utlämnat", "inte utlämnade");
        assertThat(seen.api().get("withheld")).isEmpty();
    }

    @Test
    void who_has_read_is_told_how_far_each_could_see() {
        String number = worked(SCHOOL);
        page(number, "lsa-grundskola");
        handOver(number, WAYS.get(0), NOTES);
        page(number, "sob-1");

        String official = file(number).exposed().orElseThrow();
        assertThat(Jsoup.parse(as(official)
                                .get("/arenden/" + number + "/lasningar")
                                .body())
                        .select("main")
                        .text())
                .contains("Grundskolenämnden) Läste: ärendets sida. Kunde se: hela ärendet.")
                .contains("Säkerhet och Beredskap 1 (Säkerhet och Beredskap) Läste: ärendets sida."
                        + " Kunde se: ärendet, så långt det är utlämnat.");
    }

    @Test
    void what_the_next_owner_writes_is_theirs_to_see_whatever_was_kept_back() {
        String number = worked(SCHOOL);
        handOver(number, WAYS.get(0));
        cases.addNote(number, "sob-1", "nyanteckning");
        following.addInformation(number, "sob-1", "nyinformation", Set.of(), false);
        read("sob-1", number);
        confirmMeasure("sob-1", number);
        complete("sob-1", number, "userTask_reviewMeasure", "measureReview", "END", "reason", "nyttskäl");
        complete(
                "sob-1",
                number,
                "userTask_followPoliceCase",
                "policeOutcome",
                "DISCONTINUED",
                "outcomeAt",
                "2026-11-24",
                "note",
                "nypolis");
        complete("sob-1", number, "userTask_assessIncident", "level", "HIGH", "reason", "nybedömning");

        assertSees(number, "sob-1", Set.of());
        assertThat(page(number, "sob-1"))
                .contains(
                        "nyanteckning",
                        "nyinformation",
                        "nyttskäl",
                        "nybedömning",
                        "nypolis",
                        "Läge hos polisen: nedlagd")
                .contains("Tabellens skäl är inte utlämnade.");
        assertThat(page(number, "lsa-grundskola"))
                .doesNotContain("nyanteckning", "nyinformation", "nyttskäl", "nybedömning", "nypolis");
    }

    @Test
    void the_first_one_back_sees_their_own_time_and_of_the_others_what_was_handed_over() {
        String number = worked(SCHOOL);
        handOver(number, WAYS.get(0));
        cases.addNote(number, "sob-1", "deras anteckning");
        following.addInformation(number, "sob-1", "deras information", Set.of(Indicator.FAMILY), false);
        runJobs(number);
        later(Duration.ofMinutes(5));
        handOver(number, WAYS.get(1), NOTES);

        String page = page(number, "lsa-grundskola");
        assertThat(page)
                .contains("deras anteckning", "anteckningsord", "beskrivningsord", "senareord")
                .contains("Inte utlämnat. Säkerhet och Beredskap kan lämna ut det.")
                .doesNotContain("deras information");
        assertThat(forms(number, "lsa-grundskola"))
                .contains("beskrivningsord", "Det finns ny information som inte är utlämnad.")
                .doesNotContain("deras information", "vapen nämns");
        assertThat(api(number, "lsa-grundskola").get("withheld"))
                .extracting(each -> each.get("part").textValue())
                .containsExactly("DESCRIPTION", "EVIDENCE", "POLICE");
    }

    @Test
    void what_one_has_kept_back_no_later_owner_can_hand_over() {
        String number = worked(SCHOOL);
        handOver(number, WAYS.get(2), CONTACT);
        cases.addNote(number, "lsa-liseberg", "mellananteckning");
        later(Duration.ofMinutes(5));
        handOver(number, new Way(LISEBERG, DEPARTMENT, false), Part.values());

        assertSees(number, "sob-1", Set.of(CONTACT));
        assertThat(page(number, "sob-1"))
                .contains("mellananteckning")
                .contains("Inte utlämnat. Lokalt säkerhetsansvarig, Grundskolenämnden kan lämna ut det.");

        // Nor by what they get to know only afterwards.
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> cases.disclose(
                        number,
                        SCHOOL,
                        LISEBERG.group(),
                        Disclosure.Occasion.LATER,
                        SecrecyGround.NECESSARY,
                        EnumSet.allOf(Part.class),
                        "lsa-grundskola"));
        assertSees(number, "sob-1", Set.of(CONTACT));
    }

    // --- more, later on

    @Test
    void a_former_owner_hands_over_more_as_a_step_that_is_recorded() {
        String number = worked(SCHOOL);
        handOver(number, WAYS.get(0), CONTACT);
        Visitor former = as("lsa-grundskola");
        assertThat(former.get("/arenden/" + number).body())
                .contains("Lämna ut mer", "Redan utlämnat: hur den utsatta nås.", "Säkerhet och Beredskap");

        Visitor.Answer bare = former.post("/arenden/" + number + "/lamna-ut", "parts", "NOTES");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body())
                .contains("id=\"disclose-ground-error\"", "Välj vilken grund du har.")
                .containsPattern("value=\"NOTES\"[^>]*checked");
        Visitor.Answer nothing = former.post("/arenden/" + number + "/lamna-ut", "ground", "NECESSARY");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.body())
                .contains("id=\"disclose-parts-error\"", "Välj minst en del")
                .containsPattern("value=\"NECESSARY\"[^>]*checked");
        assertThat(former.post("/arenden/" + number + "/lamna-ut", "ground", "NECESSARY", "parts", "MARS")
                        .status())
                .isEqualTo(400);
        assertSees(number, "sob-1", Set.of(CONTACT));

        Visitor.Answer done = former.post(
                "/arenden/" + number + "/lamna-ut", "ground", "GENERAL_CLAUSE", "parts", "NOTES", "parts", "POLICE");
        runJobs(number);

        assertThat(done.body())
                .contains("Det är utlämnat och antecknat i ärendet.")
                .contains("Redan utlämnat: ")
                .doesNotContain("anteckningsord");
        assertSees(number, "sob-1", Set.of(CONTACT, NOTES, POLICE));
        assertThat(page(number, "sob-1"))
                .contains("Lokalt säkerhetsansvarig, Grundskolenämnden lämnade ut anteckningar och motiveringar,"
                        + " polisanmälan till Säkerhet och Beredskap. Grund: generalklausulen (OSL 10:27).")
                .contains("Grund: generalklausulen (OSL 10:27). Av Lokalt säkerhetsansvarig Grundskola.")
                .contains("hur den utsatta nås. Grund: nödvändigt för verksamheten (OSL 10:2).");
        assertThat(mailTo("sob-1@example.org"))
                .contains("Mer av ärende " + number)
                .doesNotContain("anteckning");
    }

    @Test
    void an_owner_hands_over_more_to_those_who_are_asked_and_to_nobody_else() {
        String number = worked(SCHOOL);
        Visitor owner = as("lsa-grundskola");
        assertThat(owner.get("/arenden/" + number).body()).doesNotContain("Lämna ut mer");
        Visitor.Answer early =
                owner.post("/arenden/" + number + "/lamna-ut", "ground", "NECESSARY", "parts", "DESCRIPTION");
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.body()).contains("finns ingen att lämna ut till");
        assertThat(cases.disclosures(number)).isEmpty();

        share(number, DEPARTMENT, Relation.CONSULTATION);
        assertThat(page(number, "sob-1"))
                .contains("ett samråd pågår", "Det som inte är utlämnat")
                .contains("Inte utlämnat. Lokalt säkerhetsansvarig, Grundskolenämnden kan lämna ut det.");
        assertSees(number, "sob-1", Set.of());
        assertThat(owner.get("/arenden/" + number).body()).contains("Lämna ut mer", "Säkerhet och Beredskap");
        owner.post("/arenden/" + number + "/lamna-ut", "ground", "NECESSARY", "parts", "DESCRIPTION");

        assertThat(page(number, "sob-1"))
                .contains("beskrivningsord", "senareord")
                .doesNotContain("anteckningsord", "070-1740699", "gärningsmannaord", "5000-K77777-26");

        share(number, LISEBERG, Relation.CONSULTATION);
        Visitor.Answer whom = owner.post("/arenden/" + number + "/lamna-ut", "ground", "NECESSARY", "parts", "NOTES");
        assertThat(whom.status()).isEqualTo(400);
        assertThat(whom.body()).contains("id=\"disclose-to-error\"", "Till vem?", "Lokalt säkerhetsansvarig, Liseberg");
        owner.post("/arenden/" + number + "/lamna-ut", "to", "LISEBERG", "ground", "NECESSARY", "parts", "NOTES");

        assertThat(page(number, "lsa-liseberg"))
                .contains("anteckningsord", "uppföljningsord", "åtgärdsord", "bedömningsord")
                .doesNotContain("beskrivningsord", "5000-K77777-26");
        assertThat(page(number, "sob-1")).doesNotContain("anteckningsord");
    }

    private void share(String number, Owner with, Relation relation) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> cases.share(number, with.group(), relation, null));
    }

    // --- those who are to call

    @Test
    void those_who_call_get_contact_and_description_and_the_form_as_much() {
        String number = report(
                        newMember("GRUNDSKOLENAMNDEN"),
                        AReport.about("GRUNDSKOLENAMNDEN")
                                .saying("beskrivningsord")
                                .reachAt("070-1740699"))
                .caseNumber();
        runJobs(number);
        cases.addNote(number, "lsa-grundskola", "anteckningsord");
        timeComesFor(number, "boundaryEvent_contactOverdue");
        timeComesFor(number, "boundaryEvent_contactOverdueTwice");

        assertThat(page(number, "sob-1"))
                .contains("beskrivningsord", "1740699", "Lämna inte röstmeddelande", "Kontakta senast")
                .contains("Du ser det här för att ingen har hört av sig i tid.")
                .doesNotContain("anteckningsord", "Inte utlämnat");
        assertThat(forms(number, "sob-1")).contains("beskrivningsord", "1740699");
        assertThat(page(number, "lsa-grundskola"))
                .contains("Enligt regel: ingen hade hört av sig i tid.", "hur den utsatta nås, det som har hänt");

        // The next owner has to call too, but was not told how.
        handOver(number, WAYS.get(2));
        assertThat(forms(number, "lsa-liseberg"))
                .contains("kontaktuppgifterna är inte utlämnade", "Beskrivningen är inte utlämnad.")
                .contains("Lämna inte röstmeddelande")
                .doesNotContain("beskrivningsord", "1740699");
    }

    // --- who has had it

    @Test
    void the_page_shows_who_has_had_the_case_when_and_why() {
        String number = worked(SCHOOL);
        String official = file(number).exposed().orElseThrow();
        assertThat(page(number, official)).doesNotContain("Vem har haft ditt ärende?");
        later(Duration.ofDays(2));
        visitors.clear();
        handOver(number, WAYS.get(0));
        handOver(number, new Way(DEPARTMENT, LISEBERG, true));

        String page = page(number, "lsa-liseberg");
        assertThat(page)
                .containsSubsequence(
                        "Vem har haft ärendet",
                        "Lokalt säkerhetsansvarig, Grundskolenämnden",
                        "(2 dagar)",
                        "i ansvarstabellen, regler",
                        "Säkerhet och Beredskap",
                        "(5 minuter)",
                        "Efter samråd. Båda har skrivit under.",
                        "Lokalt säkerhetsansvarig, Liseberg",
                        "har ärendet nu",
                        "Beslut av Chef för Säkerhet och Beredskap.",
                        REASON,
                        "Regler: R26: den lokalt säkerhetsansvariga hanterar hot i nämndens egna frågor.");
        assertThat(api(number, "lsa-liseberg").get("holders"))
                .extracting(held -> held.get("holder").get("unit").textValue())
                .containsExactly("GRUNDSKOLENAMNDEN", "SAKERHET_OCH_BEREDSKAP", "LISEBERG");
        assertThat(page(number, official))
                .containsSubsequence(
                        "Vem har haft ditt ärende?",
                        "Lokalt säkerhetsansvarig, Grundskolenämnden",
                        "Säkerhet och Beredskap",
                        "Lokalt säkerhetsansvarig, Liseberg")
                .doesNotContain(REASON, "Regler: R26");
    }

    @Test
    void a_partys_holding_is_explained_by_the_consent_and_the_party_is_not_named() {
        String official = newMember("KF");
        String number = report(official, AReport.about(Matter.PARTY)).caseNumber();
        later(Duration.ofMinutes(5));
        consents.says(number, true, official);
        later(Duration.ofMinutes(5));
        consents.says(number, false, official);

        assertThat(page(number, "sob-1"))
                .containsSubsequence(
                        "håller ärendet tills partiet får",
                        "Partiets säkerhetsansvarig",
                        "Den utsatta har sagt ja till att partiets säkerhetsansvarig får ärendet.",
                        "Den utsatta har sagt nej till att partiets säkerhetsansvarig har ärendet.")
                .doesNotContain("Parti A");
    }

    private String mailTo(String address) {
        return sentMail.newestTo(address, 1_000).stream()
                .map(letter -> letter.text())
                .collect(Collectors.joining("\n"));
    }

    private Visitor as(String user) {
        return visitors.computeIfAbsent(user, id -> Visitor.signedIn(port, id));
    }
}
