package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.directory.Appointment.Office;
import se.varna.parties.Checks;
import se.varna.parties.PartyChecks;
import se.varna.parties.PartyRegister;
import se.varna.staffing.Hall;

/** The page of a party's security officer, on a telephone and on a desk, and those of the city. */
class PartyPageTest extends BrowserTest {

    @Autowired
    private PartyChecks checks;

    @Autowired
    private PartyRegister register;

    @Autowired
    private Hall hall;

    private String party;
    private String officer;

    @BeforeEach
    void aPartyThatIsAsked() {
        party = hall.party();
        officer = hall.with(Office.PARTY_SECURITY_OFFICER, party);
        checks.askThoseDue();
    }

    @AfterEach
    void endChecks() {
        Checks.end(engine, jdbc);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1400})
    void every_page_can_be_used_by_everyone_with_what_has_to_be_mended_too(int width) {
        try (Visit visit = chromium.visit(port, width)) {
            Page page = visit.signIn(officer, "/mitt-parti");
            Usable.check(page);
            visit.picture("mitt-parti-" + width);
            save(page);
            assertThat(page.locator(".summary")).isFocused();
            Usable.check(page);
        }
        try (Visit visit = chromium.visit(port, width)) {
            Page page = visit.signIn("sob-1", "/partier");
            Usable.check(page);
            visit.picture("partier-" + width);
            page.navigate("/partier/" + party);
            Usable.check(page);
            visit.picture("parti-" + width);
        }
    }

    @Test
    void the_officer_answers_on_a_telephone() {
        try (Visit visit = chromium.visit(port, 390)) {
            Page page = visit.signIn(officer, "/mitt-parti");
            Locator answers = page.getByLabel("Ja", new Page.GetByLabelOptions().setExact(true));
            assertThat(answers).hasCount(6);
            for (Locator yes : answers.all()) {
                yes.check();
            }
            page.getByLabel("På vilken nivå? (frivilligt)").fill("Lokalpolisområdet");
            save(page);
            assertThat(page.locator("[role=status]")).isFocused();
            assertThat(page.getByText("Stämmer detta fortfarande?")).hasCount(0);
            Usable.check(page);
            visit.picture("mitt-parti-sparat-390");
        }
        assertThat(register.of(party).missing()).isEmpty();
        assertThat(openTasks(party)).isEmpty();
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spara och bekräfta"))
                .click();
    }
}
