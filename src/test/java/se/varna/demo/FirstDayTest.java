package se.varna.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.varna.VarnaTest;
import se.varna.pages.Visitor;
import se.varna.parties.PartyRegister;
import se.varna.parties.PartyState;
import se.varna.supportline.Gap;
import se.varna.supportline.Roster;
import se.varna.supportline.RosterGaps;
import se.varna.supportline.Watch;

/** On the demo's first day nobody opens an empty page: the roster and the parties' register are filled in. */
class FirstDayTest extends VarnaTest {

    @LocalServerPort
    int port;

    @Autowired
    private FirstDay firstDay;

    @Autowired
    private Roster roster;

    @Autowired
    private RosterGaps gaps;

    @Autowired
    private PartyRegister register;

    @BeforeEach
    @AfterEach
    void nothingIsFilledIn() {
        jdbc.sql("DELETE FROM varna.watch").update();
        gaps.follow();
        jdbc.sql("DELETE FROM varna.party_answer WHERE party IN ('A', 'B')").update();
        jdbc.sql(
                        "UPDATE varna.party_entry SET reach = NULL, confirmed_at = NULL, confirmed_by = NULL WHERE party IN ('A', 'B')")
                .update();
    }

    private List<Watch> all() {
        return roster.between(clock.instant(), clock.instant().plus(Duration.ofDays(100)));
    }

    private String text(String person, String address) {
        return Jsoup.parse(Visitor.signedIn(port, person).get(address).body())
                .select("main")
                .text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T10:00", "2026-11-29T12:00", "2026-12-23T18:00", "2027-03-27T23:30"})
    void the_line_is_answered_for_weeks_but_for_one_days_hours_whenever_the_demo_begins(String begins)
            throws Exception {
        clock.set(begins);
        firstDay.fill();
        Instant now = clock.instant();
        assertThat(roster.gaps(now, now.plus(Duration.ofDays(40))))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.staffed()).isTrue();
                    assertThat(gap.startsAt()).isAfter(now.plus(Duration.ofDays(2)));
                    assertThat(Duration.between(gap.startsAt(), gap.endsAt())).isEqualTo(Duration.ofMinutes(510));
                });
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey("userTask_fillRosterGap")
                        .count())
                .isEqualTo(1);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("rosterGap")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void no_page_is_empty_and_what_people_keep_is_left_alone() throws Exception {
        firstDay.fill();
        assertThat(text("sob-1", "/stodtelefon")).contains("Säkerhet och Beredskap", "070-17406");
        assertThat(text("sob-1", "/stodtelefon/vakter")).contains("Säkerhet och Beredskap 1", "Jouren");
        assertThat(text("parti-a", "/mitt-parti"))
                .contains("Säkerhetsansvarig Parti A", "Ersättare för säkerhetsansvarig Parti A", "Senast besvarat");
        assertThat(Visitor.signedIn(port, "parti-a").get("/mitt-parti").body()).contains("070-1740630");
        PartyState some = register.of("A");
        assertThat(some.confirmedAt()).isNull();
        assertThat(some.missing()).isNotEmpty();
        assertThat(register.of("B").confirmedBy().id()).isEqualTo("parti-b");
        assertThat(text("sob-1", "/partier")).contains("Parti C Ingen säkerhetsansvarig");
        assertThat(text("ledamot-kultur", "/vem-kontaktar-jag"))
                .contains("Ditt parti har ingen säkerhetsansvarig just nu.");

        roster.remove(all().get(0).getId());
        register.saveReach("A", "Bara dagtid.", some.reach());
        List<Gap> left = roster.gaps(clock.instant(), clock.instant().plus(Duration.ofDays(14)));
        firstDay.fill();
        assertThat(roster.gaps(clock.instant(), clock.instant().plus(Duration.ofDays(14))))
                .isEqualTo(left);
        assertThat(register.of("A").reach()).isEqualTo("Bara dagtid.");
    }
}
