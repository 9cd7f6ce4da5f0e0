package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.responsibility.ContactPoints;
import se.varna.responsibility.ContactPoints.Asker;
import se.varna.staffing.Hall;

/** At most five questions, and for everyone who asks: whom to turn to, when they answer, their number, and why. */
class WhomToContactTest extends VarnaTest {

    private static final String PAGE = "/vem-kontaktar-jag";
    private static final String NIGHT = "2026-11-24T22:00";

    @Autowired
    private ContactPoints points;

    @Autowired
    private Hall hall;

    @Test
    void there_are_five_questions() {
        assertThat(ask("").select("form.whom fieldset > legend, form.whom label.question"))
                .hasSize(5);
    }

    @Test
    void members_of_the_council_have_the_support_line_day_and_night_and_see_who_answers_it() {
        String question = "?who=OFFICIAL&mandates=KF&matter=CITY&unit=KF";
        assertThat(answer(question))
                .contains("Säkerhet och Beredskap", "031-3900600", "Dygnet runt", "Nu svarar Säkerhet och Beredskap")
                .contains("R9, R24");
        clock.set(NIGHT);
        assertThat(answer(question)).contains("Dygnet runt", "Nu svarar stadens upphandlade säkerhetsföretag");
    }

    @Test
    void a_local_officer_answers_in_office_hours_and_the_member_of_the_council_has_the_support_line_beside() {
        String question = "?who=OFFICIAL&mandates=KS&matter=CITY&unit=GRUNDSKOLENAMNDEN";
        assertThat(answer(question))
                .contains("031-3900605", "Vardagar 08.00–16.30", "De bör svara nu", "De informerar också")
                .contains("alltid ringa stödtelefonen för råd och stöd, dygnet runt: 031-3900600");
        clock.set(NIGHT);
        assertThat(answer(question)).contains("Just nu är det stängt");
    }

    @Test
    void others_are_not_shown_the_support_line() {
        assertThat(answer("?who=OFFICIAL&mandates=LISEBERG&matter=CITY&unit=LISEBERG"))
                .contains("Lokalt säkerhetsansvarig, Liseberg", "Rapportera här, så blir du uppringd", "114")
                .doesNotContain("stödtelefonen", "031-3900600");
        assertThat(answer("?who=OFFICIAL&matter=UNKNOWN"))
                .contains("Tills vidare: Säkerhet och Beredskap", "Vardagar 08.00–16.30", "inom en vardag")
                .doesNotContain("stödtelefonen", "Dygnet runt");
    }

    @Test
    void where_no_number_is_known_it_says_what_to_do_instead() {
        String unit = hall.unit();
        jdbc.sql("UPDATE varna.unit SET security_phone = NULL WHERE code = ?")
                .param(unit)
                .update();

        assertThat(answer("?who=OFFICIAL&mandates=" + unit + "&matter=CITY&unit=" + unit))
                .contains("Inget nummer är inlagt. Rapportera här, så ringer de upp.");
    }

    @ParameterizedTest
    @CsvSource({"PARTY,partipolitik som inte handlar om staden", "ELECTION_WORK,hör till valarbetet"})
    void of_the_party_it_says_what_is_not_known_and_that_there_is_support_all_the_same(String matter, String why) {
        assertThat(answer("?who=OFFICIAL&mandates=GRUNDSKOLENAMNDEN&matter=" + matter))
                .contains("Partiets säkerhetsansvarig", why, "Partiernas nummer och tider finns inte här")
                .contains("Partiet får inget veta utan ditt ja");
    }

    @Test
    void election_work_on_the_citys_premises_is_told_to_those_who_keep_them() {
        assertThat(answer("?who=OFFICIAL&matter=ELECTION_WORK&place=RADHUSET"))
                .contains("De informerar också", "Säkerhet och Beredskap");
    }

    @Test
    void who_is_close_to_an_official_has_the_same_to_turn_to() {
        assertThat(answer("?who=RELATIVE&mandates=LISEBERG&matter=CITY&unit=LISEBERG"))
                .contains("Lokalt säkerhetsansvarig, Liseberg")
                .contains(points.of(Asker.RELATIVE).reason());
    }

    @ParameterizedTest
    @CsvSource({
        "EMPLOYEE,Kontakta: din närmaste chef",
        "OTHER_MANDATE,Kontakta: organisationen där uppdraget finns",
        "SOMEONE_ELSE,Kontakta: polisen"
    })
    void for_others_one_question_is_enough(Asker asker, String answer) {
        assertThat(answer("?who=" + asker))
                .contains(answer)
                .contains(points.of(asker).reason())
                .contains("R49");
    }

    @Test
    void the_answers_go_along_to_the_other_language_and_back() {
        String question = "?mandates=KF&matter=CITY&unit=LISEBERG";
        String link = ask(question).select("header a[hreflang=en]").attr("href");
        assertThat(link).isEqualTo("?sprak=en&mandates=KF&matter=CITY&unit=LISEBERG");
        assertThat(answer(link)).contains("Contact: Lokalt säkerhetsansvarig, Liseberg", "Weekdays 08:00–16:30");
    }

    private String answer(String question) {
        return ask(question).select("#svar").text();
    }

    private Document ask(String question) {
        return Jsoup.parse(Visitor.anonymous(port).get(PAGE + question).body());
    }
}
