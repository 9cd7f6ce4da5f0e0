package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.EventKind;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Place;
import se.varna.directory.Owner;
import se.varna.evidence.EvidenceEvent;
import se.varna.evidence.EvidenceItem;
import se.varna.evidence.Evidences;
import se.varna.police.PoliceReferral;
import se.varna.police.PoliceReferrals;
import se.varna.police.Registrations;
import se.varna.responsibility.Responsibilities;

/** What the police get: readable for everyone and for long, complete, and no more than the maker may see. */
class PoliceBundleTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";
    private static final String WORDS = "Hen skrev: ”vänta du bara” å ä ö Å Ä Ö é 😀 ❤ och sedan 🔪, "
            + "עברית שלום och العربية تهديد.\u202E Slut på raden.\n\nEn rad till & <b>mer</b>.";
    private static final String NOTE = "Handläggarens egen tanke.";
    private static final String COLLEAGUE = "Kollegan ringde och berättade.";
    private static final String EARLIER = "I våras stod någon utanför mitt hem.";
    private static final byte[] MAIL =
            "From: okand@example.org\nSubject: Vänta\n\nVänta du bara.\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private Evidences evidences;

    @Autowired
    private PoliceReferrals referrals;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Responsibilities responsibilities;

    private String official;
    private String number;

    @BeforeEach
    void a_case_of_the_school_board() {
        official = newMember("GRUNDSKOLENAMNDEN");
        number = report(
                        official,
                        AReport.about("GRUNDSKOLENAMNDEN")
                                .saying(WORDS)
                                .at(Place.MAIL)
                                .kind(Kind.VANDALISM)
                                .mentioning(Indicator.WEAPON)
                                .reachAt("hemma hos mamma"))
                .caseNumber();
        cases.addNote(number, OFFICER, NOTE);
        cases.addInformation(number, OFFICER, COLLEAGUE, Set.of());
        cases.addInformation(number, official, "Det kom ett brev till.", Set.of());
        referrals.wish(number, EARLIER, "070-1740690", true, OFFICER);
    }

    private EvidenceItem evidence(String name, byte[] content) {
        return evidences.receive(number, official, UUID.randomUUID(), name, new ByteArrayInputStream(content));
    }

    @Test
    void the_police_read_the_words_the_facts_and_the_requests_and_neither_label_nor_note() throws IOException {
        EvidenceItem mail = evidence("hot.eml", MAIL);
        String text = Pdf.text(get(OFFICER, "pdf"));

        assertThat(text)
                .contains(
                        "”vänta du bara” å ä ö Å Ä Ö é", "En rad till & <b>mer</b>.", "Det kom ett brev till.", EARLIER)
                .contains("070-1740690", "Brev eller e-post", "Vapen nämndes eller syntes", "Grundskolenämnden")
                .contains("försvårande omständighet", "närstående", "åtkomstskydd", "Ledamot " + official)
                .contains("hot.eml", "112", "114 14", "polisregion Väst")
                .doesNotContain("Skadegörelse", NOTE, COLLEAGUE, "hemma hos mamma");
        assertThat(text.replaceAll("\\s", "")).contains(mail.sha256());
    }

    @Test
    void no_sign_that_somebody_has_written_is_lost_and_none_hides() throws IOException {
        String text = Pdf.text(get(OFFICER, "pdf"));

        assertThat(text)
                .contains("😀", "❤", "[U+1F52A]", "[U+202E]", "Tecken som inte går att skriva ut")
                // Right to left, and read aloud in the order in which it was written.
                .contains("עברית", "שלום", "العربية", "تهديد")
                .doesNotContain("🔪", "\u202E");
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFUA_1", "PDFA_3_A"})
    void it_can_be_read_by_everyone_and_kept_for_long(PDFAFlavour flavour) throws Exception {
        evidence("hot.eml", MAIL);
        evidence("å ä ö med ett mycket långt namn som inte får plats på en enda rad i tabellen.txt", MAIL);
        cases.addInformation(
                number, official, ("En lång mening om vad som hände. ".repeat(40) + "\n\n").repeat(8), Set.of());
        byte[] pdf = get(OFFICER, "pdf");

        assertThat(Pdf.pictures("polisunderlag", pdf)).isGreaterThan(3);
        Pdf.follows(flavour, pdf);
    }

    @Test
    void the_zip_holds_the_originals_untouched_and_a_manifest_that_is_right() throws Exception {
        EvidenceItem mail = evidence("../../hot.eml", MAIL);
        later(Duration.ofSeconds(1));
        EvidenceItem same = evidence("hot.eml", "Ett annat brev.".getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> zip = unzip(get(OFFICER, "zip"));

        assertThat(zip.keySet())
                .containsExactly(
                        "polisunderlag-" + number + ".pdf",
                        "ordagrant.txt",
                        "bevis/1-hot.eml",
                        "bevis/2-" + evidences.outwardName(same),
                        "SHA256SUMS.txt");
        assertThat(zip.get("bevis/1-hot.eml")).isEqualTo(MAIL);
        assertThat(new String(zip.get("ordagrant.txt"), StandardCharsets.UTF_8)).contains(WORDS, EARLIER);
        List<String> manifest = new String(zip.get("SHA256SUMS.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(manifest).hasSize(4).anyMatch(line -> line.equals(mail.sha256() + "  bevis/1-hot.eml"));
        for (String line : manifest) {
            String[] sumAndName = line.split("  ", 2);
            assertThat(sumAndName[0]).isEqualTo(sha256(zip.get(sumAndName[1])));
        }
    }

    @Test
    void each_making_is_kept_in_the_case_in_the_chain_of_each_file_and_among_the_readings() throws Exception {
        EvidenceItem mail = evidence("hot.eml", MAIL);
        byte[] pdf = get(OFFICER, "pdf");
        get(OFFICER, "zip");

        var made = cases.timeline(number).stream()
                .filter(event -> event.kind() == EventKind.POLICE_BUNDLE_MADE)
                .toList();
        assertThat(made).hasSize(2);
        assertThat(made.get(0).details()).containsExactly("PDF", sha256(pdf));
        assertThat(made.get(1).actor()).isEqualTo(OFFICER);
        assertThat(evidences.chain(number, List.of(mail)))
                .filteredOn(event -> event.kind() == EvidenceEvent.Kind.HANDED_OVER)
                .extracting(EvidenceEvent::person)
                .containsExactly(OFFICER);
        assertThat(Visitor.signedIn(port, official)
                        .get("/arenden/" + number + "/lasningar")
                        .body())
                .contains("underlaget till polisen");
    }

    @Test
    void what_the_maker_may_not_see_is_left_out_and_said_to_be() throws Exception {
        evidence("hot.eml", MAIL);
        registrations.register(number, true, "0123/26", OFFICER);
        later(Duration.ofHours(1));
        responsibilities.takeOver(
                number,
                Owner.SECURITY_AND_PREPAREDNESS,
                "Frågan har flyttats till kommunstyrelsen.",
                EventKind.CASE_TRANSFERRED,
                "sob-1");

        assertThat(Pdf.text(get("sob-1", "pdf")))
                .contains("Rapporten ingår inte", "en del av bevisen", "det som den utsatta ville lägga till")
                .doesNotContain("vänta du bara", "Det kom ett brev till.", EARLIER, "hot.eml", "070-1740690");
        assertThat(unzip(get("sob-1", "zip")).keySet()).noneMatch(name -> name.startsWith("bevis/"));
        assertThat(Visitor.signedIn(port, "sob-1").get("/arenden/" + number).body())
                .contains("Det här följer inte med:", "en del av bevisen")
                // That it came by letter is told by the number too.
                .doesNotContain("0123/26", "iariefört");
    }

    @Test
    void the_exposed_person_takes_their_own_along_and_answers_who_reports() throws Exception {
        evidence("hot.eml", MAIL);
        Visitor visitor = Visitor.signedIn(port, official);
        assertThat(visitor.get("/arenden/" + number).body())
                .contains("Rådet är alltid att polisanmäla", "Skälen kommer från SKR och Brå", "Jag anmäler själv");

        visitor.post(
                "/arenden/" + number + "/polisunderlag", "earlier", "Förra året också.", "workMobile", "070-1740691");
        assertThat(Pdf.text(get(official, "pdf")))
                .contains("vänta du bara", "Förra året också.", "070-1740691", "hot.eml")
                .doesNotContain(NOTE, COLLEAGUE, "Begäran om åtkomstskydd");

        assertThat(visitor.post("/arenden/" + number + "/vem-anmaler").body()).contains("Välj vem som ska anmäla.");
        assertThat(visitor.post("/arenden/" + number + "/vem-anmaler", "who", "OFFICER")
                        .body())
                .contains("Tack. Den som ansvarar har fått ditt svar", "ska anmäla åt dig");
        assertThat(openTasks(number)).contains("userTask_advisePoliceReport");
        assertThat(timeline(number)).contains(EventKind.POLICE_ANSWERED);
    }

    @Test
    void once_it_is_reported_the_exposed_person_reads_what_became_of_it_with_its_days_and_no_more_reasons() {
        Visitor visitor = Visitor.signedIn(port, official);
        visitor.get("/arenden/" + number);
        visitor.post("/arenden/" + number + "/vem-anmaler", "who", "OFFICER");
        assertThat(visitor.get("/arenden/" + number).body())
                .contains("Vill du ändra vem som ska anmäla?", "Varför anmäla?", "Säg att du är förtroendevald");

        UUID referral = referrals.of(number).get(0).id();
        LocalDate day = LocalDate.of(2026, 11, 24);
        // The steps are taken here without its tasks.
        engine.getRuntimeService()
                .deleteProcessInstance(instance(number, "policeReferral").getId(), null);
        referrals.reported(
                referral,
                new PoliceReferrals.Made("5000-K12-26", day, PoliceReferral.ReportedBy.OFFICER, true, null),
                OFFICER);
        assertThat(visitor.get("/arenden/" + number).body())
                .contains("Polisanmäld 24 november 2026.", "Åtkomstskydd begärdes 24 november 2026.")
                .doesNotContain("Varför anmäla?", "Säg att du är förtroendevald", "som ska anmäla?");

        referrals.follow(
                referral,
                new PoliceReferrals.Known(PoliceReferral.Outcome.DISCONTINUED, day, null, null, null, null),
                OFFICER);
        assertThat(visitor.get("/arenden/" + number).body()).contains("Besked 24 november 2026: nedlagd.");
    }

    @Test
    void one_who_was_reported_for_by_another_does_not_learn_by_whom() throws Exception {
        String reported = report(
                        "lsa-liseberg",
                        AReport.about("GRUNDSKOLENAMNDEN").exposed(official).saying("Hen fick ett brev."))
                .caseNumber();

        assertThat(Pdf.text(get(official, reported, "pdf")))
                .contains("Hen fick ett brev.", "uppgifter om andra personer")
                .doesNotContain("Liseberg");
        assertThat(Pdf.text(get(OFFICER, reported, "pdf"))).contains("Rapporterat av");
    }

    @Test
    void the_officer_enters_the_letter_in_the_register_on_the_page() {
        Visitor visitor = Visitor.signedIn(port, OFFICER);
        assertThat(visitor.get("/arenden/" + number).body()).contains("Diarieför.", "Inkommen skrivelse", EARLIER);

        assertThat(visitor.post("/arenden/" + number + "/diariefort", "diaryNumber", "ett hotbrev")
                        .body())
                .contains("Skriv diarienumret", "Markera att skrivelsen är diarieförd");
        assertThat(visitor.post("/arenden/" + number + "/diariefort", "registered", "true", "diaryNumber", "0123/26")
                        .body())
                .contains("Diarienumret är sparat.", "Diariefört som", "0123/26", "Anteckna ett diarienummer")
                .doesNotContain("Diarieför.");
    }

    // --- how it is looked at

    private byte[] get(String person, String format) {
        return get(person, number, format);
    }

    /** The file as it comes to the person's browser. */
    private byte[] get(String person, String caseNumber, String format) {
        HttpResponse<byte[]> file =
                Visitor.signedIn(port, person).save("/arenden/" + caseNumber + "/polisunderlag." + format);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(value -> assertThat(value)
                .startsWith("attachment")
                .contains("polisunderlag-" + caseNumber + "." + format));
        return file.body();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
