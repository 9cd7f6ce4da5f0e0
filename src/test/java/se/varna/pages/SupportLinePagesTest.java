package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.supportline.RosterGaps;

/** The support line's pages: who answers, the roster, and a call that is written down. */
class SupportLinePagesTest extends VarnaTest {

    private static final String CALL = "/stodtelefon/samtal";
    private static final String ROSTER = "/stodtelefon/vakter";

    @Autowired
    private RosterGaps gaps;

    @AfterEach
    void nobodyHasAnyHours() {
        jdbc.sql("DELETE FROM varna.watch").update();
        gaps.follow();
    }

    // --- who answers

    @Test
    void who_answers_now_and_when_it_changes_is_told_to_those_who_answer() {
        Visitor sob = Visitor.signedIn(port, "sob-1");
        add(sob, "sob-1", "2026-11-24", "08:00", "16:30");
        add(sob, "company", "2026-11-24", "16:30", "08:00");
        for (String person : new String[] {"sob-1", "jour"}) {
            clock.set(TUESDAY_MORNING);
            String day = Visitor.signedIn(port, person).get("/stodtelefon").body();
            assertThat(day)
                    .contains(name("sob-1"), "tisdag 24 november 2026 kl. 16.30")
                    .containsPattern("Svarar nu: <span>Säkerhet och Beredskap");
        }
        clock.set("2026-12-24T12:00");
        assertThat(Visitor.signedIn(port, "jour").get("/stodtelefon").body())
                .containsPattern("Svarar nu: <span>jouren")
                .contains("måndag 28 december 2026 kl. 08.00", "Ingen står i vaktlistan");
    }

    @Test
    void the_first_page_says_who_answers_where_the_number_is() {
        clock.set("2026-12-31T12:00");
        assertThat(Visitor.anonymous(port).get("/").body()).contains("måndag 4 januari 2027 kl. 08.00");
    }

    // --- the roster

    @Test
    void a_week_shows_watches_and_gaps_in_swedish_time_over_the_change_of_the_clock() {
        clock.set("2027-03-26T07:00");
        Visitor sob = Visitor.signedIn(port, "sob-1");
        add(sob, "company", "2027-03-27", "22:00", "04:00");
        String week = sob.get(ROSTER + "?dag=2027-03-28").body();
        assertThat(week)
                .contains("Vecka 12", "22.00–24.00", "00.00–04.00", "04.00–24.00", "Jouren svarar hela dygnet")
                .containsPattern("00\\.00–22\\.00</strong> Ingen");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept() {
        Visitor sob = Visitor.signedIn(port, "sob-1");
        sob.get(ROSTER);
        Visitor.Answer answer = sob.post(
                ROSTER, "who", "", "day", "2026-11-30", "from", "kvart i åtta", "until", "16:30", "weeks", "många");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Skriv tiden så här: 08:00.", "Upprepa högst 26 veckor", "id=\"vakt-who-error\"")
                .contains("value=\"kvart i åtta\"", "value=\"många\"");
        assertThat(jdbc.sql("SELECT count(*) FROM varna.watch")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void addresses_that_make_no_sense_show_this_week() {
        Visitor sob = Visitor.signedIn(port, "sob-1");
        for (String day : new String[] {"", "i-morgon", "9999-01-01", "0000-01-01"}) {
            assertThat(sob.get(ROSTER + "?dag=" + day).body()).contains("Vecka 48");
        }
        sob.get(ROSTER);
        assertThat(sob.post(ROSTER + "/ta-bort", "vakt", "ingen", "dag", "x").status())
                .isEqualTo(200);
    }

    // --- a call

    @Test
    void a_call_that_is_sent_twice_is_one_case_and_another_call_is_another() {
        Visitor jour = Visitor.signedIn(port, "jour");
        jour.get(CALL);
        String key = UUID.randomUUID().toString();
        String first = send(jour, key, "Ett hot per telefon.").path();
        assertThat(first).startsWith("/kvittens/V-");
        assertThat(send(jour, key, "Ett hot per telefon.").path()).isEqualTo(first);

        Visitor.Answer other = send(jour, key, "Ett annat hot.");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.body()).contains("redan sparat", "Ett annat hot.");
        String newKey = other.body().replaceFirst("(?s).*name=\"nyckel\" value=\"([^\"]+)\".*", "$1");
        assertThat(newKey).isNotEqualTo(key);
        assertThat(send(jour, newKey, "Ett annat hot.").path())
                .startsWith("/kvittens/V-")
                .isNotEqualTo(first);
    }

    @Test
    void a_call_goes_to_whom_its_mandate_says() {
        Visitor sob = Visitor.signedIn(port, "sob-1");
        sob.get(CALL);
        String official = newMember("GRUNDSKOLENAMNDEN");
        String receipt = sob.post(
                        CALL,
                        "nyckel",
                        UUID.randomUUID().toString(),
                        "exposed",
                        official,
                        "description",
                        "Ett brev.",
                        "matter",
                        "CITY",
                        "unit",
                        "GRUNDSKOLENAMNDEN")
                .path();
        String number = receipt.replaceFirst(".*/", "");
        assertThat(file(number).exposed()).contains(official);
        assertThat(file(number).owner().code()).isEqualTo("GRUNDSKOLENAMNDEN");
        assertThat(cases.answers(number).description()).isEqualTo("Ett brev.");
    }

    private static Visitor.Answer send(Visitor visitor, String key, String description) {
        return visitor.post(CALL, "nyckel", key, "exposedOther", "Min make", "description", description);
    }

    private void add(Visitor visitor, String who, String day, String from, String until) {
        visitor.get(ROSTER);
        assertThat(visitor.post(ROSTER, "who", who, "day", day, "from", from, "until", until)
                        .status())
                .isEqualTo(200);
    }

    private String name(String person) {
        return directory.person(person).orElseThrow().displayName();
    }
}
