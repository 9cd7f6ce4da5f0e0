package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.assessment.SwitchedPatterns;
import se.varna.casefile.EventKind;
import se.varna.casefile.Kind;
import se.varna.directory.Owner;
import se.varna.responsibility.Responsibilities;

/** The whole case as a document: what its page shows, without what can be done there. */
class CasePrintTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private SwitchedPatterns patterns;

    private String number;

    @BeforeEach
    void a_case_with_something_of_everything() {
        number = caseInFollowUp("ledamot-ks", "GRUNDSKOLENAMNDEN", OFFICER, "HIGH");
        cases.addNote(number, OFFICER, "Hen låter lugnare & <b>vill</b> vänta 😀 🔪.");
        cases.addInformation(number, "ledamot-ks", ("Det kom ett brev till. ".repeat(60) + "\n").repeat(3), Set.of());
    }

    @Test
    void it_says_what_the_page_says_and_offers_nothing() throws IOException {
        assertThat(Pdf.text(document(OFFICER)))
                .contains(
                        number,
                        "I korthet",
                        "Det kom ett brev till.",
                        "Hen låter lugnare & <b>vill</b> vänta 😀 [U+1F52A].")
                .contains("Bedömningar", "Polisanmälan", "Det som har hänt i ärendet", "Sida 1 av")
                .doesNotContain("Spara anteckningen", "Lägg till", "Vem har läst", "Logga ut");
    }

    @Test
    void it_says_that_the_case_is_one_of_several_and_not_which_the_others_are() throws IOException {
        String member = newMember("GRUNDSKOLENAMNDEN");
        String earlier = report(member, AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
        later(Duration.ofHours(1));
        patterns.on(true);
        String printed;
        try {
            number = caseInFollowUp(member, "GRUNDSKOLENAMNDEN", OFFICER, "HIGH");
            printed = Pdf.text(document(OFFICER));
        } finally {
            patterns.on(false);
        }
        assertThat(printed).contains("Det här upprepas", "Det andra ärendet om samma person");
        assertThat(printed.substring(printed.indexOf("Det här upprepas"), printed.indexOf("Kontakter")))
                .doesNotContain(earlier);
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFUA_1", "PDFA_3_A"})
    void it_can_be_read_by_everyone_and_kept_for_long(PDFAFlavour flavour) throws Exception {
        byte[] document = document(OFFICER);
        assertThat(Pdf.pictures("akt", document)).isGreaterThan(1);
        Pdf.follows(flavour, document);
    }

    @Test
    void it_holds_no_more_than_its_reader_sees() throws IOException {
        later(Duration.ofHours(1));
        responsibilities.takeOver(
                number,
                Owner.SECURITY_AND_PREPAREDNESS,
                "Frågan har flyttats till kommunstyrelsen.",
                EventKind.CASE_TRANSFERRED,
                "sob-1");
        assertThat(Pdf.text(document("sob-1")))
                .contains("Inte utlämnat")
                .doesNotContain("Det kom ett brev till.", "Hen låter lugnare");
        assertThat(Visitor.signedIn(port, OFFICER)
                        .get("/arenden/" + number + "/akt.pdf")
                        .status())
                .isEqualTo(403);
    }

    private byte[] document(String person) {
        return Visitor.signedIn(port, person)
                .save("/arenden/" + number + "/akt.pdf")
                .body();
    }
}
