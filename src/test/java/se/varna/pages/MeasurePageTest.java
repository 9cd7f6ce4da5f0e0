package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.casefile.EventKind;
import se.varna.directory.Owner;
import se.varna.measures.Measure;
import se.varna.measures.Measures;
import se.varna.responsibility.Responsibilities;

/** Measures and follow-ups on the case's page, as each who may see them sees them. */
class MeasurePageTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";

    @Autowired
    private Measures measures;

    @Autowired
    private Responsibilities responsibilities;

    private String official;
    private String number;

    @BeforeEach
    void a_case_that_has_been_contacted() {
        official = newMember("GRUNDSKOLENAMNDEN");
        number = caseInAssessment(official, "GRUNDSKOLENAMNDEN", OFFICER);
    }

    private void assess(String level, Object... more) {
        Object[] typed = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "level", level, "reason", "Sammanvägd bedömning efter samtal med den utsatta."),
                        java.util.stream.Stream.of(more))
                .toArray();
        complete(OFFICER, number, "userTask_assessIncident", typed);
    }

    private String page(String person) {
        return Visitor.signedIn(port, person).get("/arenden/" + number).body();
    }

    private Visitor.Answer propose(String... fields) {
        Visitor visitor = Visitor.signedIn(port, OFFICER);
        visitor.get("/arenden/" + number);
        return visitor.post("/arenden/" + number + "/atgard", fields);
    }

    @Test
    void an_acute_step_is_proposed_with_a_tick_and_a_reason() {
        Visitor.Answer without = propose("kind", "ESKORT", "acute", "true", "reason", " ");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.body())
                .contains("Skriv varför åtgärden inte kan vänta på bedömningen.", "id=\"measure-reason-error\"")
                .containsPattern("id=\"measure-acute\"[^>]*checked");

        Visitor.Answer with = propose("kind", "ESKORT", "acute", "true", "reason", "Mötet är i kväll.");
        assertThat(with.body()).contains("Åtgärden är föreslagen.", "Akut steg före bedömning.", "Mötet är i kväll.");
        assertThat(measures.of(number)).singleElement().matches(Measure::isAcute);
    }

    @Test
    void after_the_assessment_there_is_nothing_acute_to_tick() {
        assess("HIGH");
        assertThat(page(OFFICER)).doesNotContain("id=\"measure-acute\"");
        assertThat(propose("kind", "ESKORT").body()).contains("Åtgärden är föreslagen.");
        assertThat(propose("kind", "HUND").body()).contains("Välj ett av alternativen.");
        assertThat(propose("reason", "Behövs.").status()).isEqualTo(400);
    }

    @Test
    void that_a_measure_must_be_decided_upon_now_is_shown_with_why() {
        assess("HIGH", "measures", List.of("HEMLARM"));
        measureInForce(OFFICER, number, "2026-12-10");
        assertThat(page(OFFICER)).doesNotContain("Behöver prövas nu");
        followUp(OFFICER, number, "REASSESS");
        assess("ELEVATED");
        assertThat(page(OFFICER))
                .contains("Behöver prövas nu:", "nivån har sänkts", "Ska prövas nu, eftersom nivån har sänkts");
        assertThat(page(official)).contains("Hemlarm</strong>.").doesNotContain("nivån har sänkts");
    }

    @Test
    void the_next_holder_sees_the_measures_but_not_what_others_have_written_about_them() {
        assess("HIGH", "measures", List.of("HEMLARM"));
        measureInForce(OFFICER, number, "2026-12-10");
        followUp(OFFICER, number, "CONTINUE", "wellbeing", "Sover dåligt.");
        assertThat(page(OFFICER)).contains("Adressen är känd.", "Ledningscentralen.", "Sover dåligt.");

        later(Duration.ofMinutes(1));
        responsibilities.takeOver(
                number,
                Owner.localOfficer("LISEBERG"),
                "Händelsen gällde ett beslut i bolaget.",
                EventKind.CASE_TRANSFERRED,
                OFFICER);
        assertThat(page("lsa-liseberg"))
                .contains("Hemlarm", "gäller", "Upphandlat säkerhetsföretag", "10 december 2026", "Beslutades")
                .contains("Vad som följer: ny uppföljning")
                .contains("Inte utlämnat. Lokalt säkerhetsansvarig, Grundskolenämnden kan lämna ut det.")
                .doesNotContain("Adressen är känd.", "Ledningscentralen.", "Sover dåligt.");

        complete(
                "lsa-liseberg",
                number,
                "userTask_reviewMeasure",
                "measureReview",
                "EXTEND",
                "reviewAt",
                "2026-12-20",
                "reason",
                "Larmet behövs än.");
        assertThat(page("lsa-liseberg")).contains("Larmet behövs än.").doesNotContain("Adressen är känd.");
    }

    @Test
    void the_one_who_is_protected_sees_what_protects_them_from_when_and_until_when() {
        assertThat(page(official)).contains("Inga åtgärder gäller just nu.");
        assess("HIGH", "measures", List.of("HEMLARM"));
        // Nobody has decided yet.
        assertThat(page(official)).contains("Inga åtgärder gäller just nu.").doesNotContain("Hemlarm");
        complete(
                OFFICER,
                number,
                "userTask_decideMeasure",
                "measureDecision",
                "APPROVED",
                "provider",
                "POLICE",
                "reviewAt",
                "2026-12-10",
                "reason",
                "Adressen är känd.");
        assertThat(page(official)).contains("Hemlarm</strong>.", "Beslutat, men gäller inte än. Utförs av: Polisen.");
        confirmMeasure(OFFICER, number);
        assertThat(page(official))
                .contains("Gäller från 24 november 2026. Senast 10 december 2026 prövas om det"
                        + " fortfarande behövs. Utförs av: Polisen.")
                .doesNotContain("Adressen är känd.", "Ledningscentralen.");
    }
}
