package se.varna.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.varna.directory.Owner.SECURITY_AND_PREPAREDNESS;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.directory.Owner;
import se.varna.directory.Unit;
import se.varna.engine.Decisions;
import se.varna.reporting.Receipt;

/** The guidance's table of who is responsible, row by row, and the gaps that we fill ourselves. */
class ResponsibilityTableTest extends VarnaTest {

    private static final String SCHOOL = "GRUNDSKOLENAMNDEN";
    private static final String CULTURE = "KULTURNAMNDEN";
    private static final String LISEBERG = "LISEBERG";

    private static final Owner PARTY = Owner.party(null);
    private static final Owner SCHOOLS_OFFICER = Owner.localOfficer(SCHOOL);
    private static final Owner LISEBERGS_OFFICER = Owner.localOfficer(LISEBERG);

    private static final String[] COUNCILLOR = {"KF"};
    private static final String[] EXECUTIVE_WITH_BOARD = {"KS", "KF", SCHOOL};
    private static final String[] SCHOOL_BOARD = {SCHOOL};
    private static final String[] TWO_BOARDS = {SCHOOL, CULTURE};
    private static final String[] NOBODY = {};

    @Autowired
    private ResponsibilityTable table;

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private Decisions decisions;

    /** A situation, told in Swedish, and what the table has to answer. */
    private record Expected(
            String told, Situation situation, int row, Owner responsible, List<Owner> inform, List<String> rules) {

        @Override
        public String toString() {
            return "rad " + row + ": " + told;
        }
    }

    /** Builds one line of the table below. */
    private record Told(
            String told, Set<String> mandates, Matter matter, String unit, Place place, boolean moved, boolean signed) {

        Told at(Place where) {
            return new Told(told, mandates, matter, unit, where, moved, signed);
        }

        Told movedToCouncil() {
            return new Told(told, mandates, matter, unit, place, true, signed);
        }

        Told signedByBoth() {
            return new Told(told, mandates, matter, unit, place, moved, true);
        }

        Expected gives(int row, Owner responsible, String rules, Owner... inform) {
            return new Expected(
                    told,
                    new Situation(mandates, matter, unit, place, moved, signed),
                    row,
                    responsible,
                    List.of(inform),
                    List.of(rules.split(",")));
        }
    }

    private static Told when(String told, String[] mandates, Matter matter, String unit) {
        return new Told(told, Set.of(mandates), matter, unit, null, false, false);
    }

    static Stream<Expected> situations() {
        return Stream.of(
                // Row 1: party politics
                when("partipolitik, KS-ledamot", EXECUTIVE_WITH_BOARD, Matter.PARTY, null)
                        .gives(1, PARTY, "R32"),
                when("partipolitik går före plats och enhet", EXECUTIVE_WITH_BOARD, Matter.PARTY, "KS")
                        .at(Place.RADHUSET)
                        .movedToCouncil()
                        .signedByBoth()
                        .gives(1, PARTY, "R32"),
                when("partipolitik, ingen känd med uppdrag", NOBODY, Matter.PARTY, null)
                        .gives(1, PARTY, "R32"),

                // Row 2: election work
                when("valarbete, platsen okänd", SCHOOL_BOARD, Matter.ELECTION_WORK, null)
                        .gives(2, PARTY, "R23"),
                when("valarbete på allmän plats", COUNCILLOR, Matter.ELECTION_WORK, SCHOOL)
                        .at(Place.PUBLIC_PLACE)
                        .gives(2, PARTY, "R23"),
                when("valarbete i Rådhuset", COUNCILLOR, Matter.ELECTION_WORK, null)
                        .at(Place.RADHUSET)
                        .gives(2, PARTY, "R23", SECURITY_AND_PREPAREDNESS),
                when("valarbete i Börsen", COUNCILLOR, Matter.ELECTION_WORK, "KF")
                        .at(Place.BORSEN)
                        .gives(2, PARTY, "R23", SECURITY_AND_PREPAREDNESS),
                when("valarbete i en skola", SCHOOL_BOARD, Matter.ELECTION_WORK, SCHOOL)
                        .at(Place.OTHER_CITY_PREMISES)
                        .gives(2, PARTY, "R23", SCHOOLS_OFFICER),
                when("valarbete i en lokal som ingen har pekat ut", SCHOOL_BOARD, Matter.ELECTION_WORK, null)
                        .at(Place.OTHER_CITY_PREMISES)
                        .gives(2, PARTY, "R23"),

                // Row 3: the council's and the executive board's own matters
                when("KS-ledamot i KS fråga, i Rådhuset", EXECUTIVE_WITH_BOARD, Matter.CITY, "KS")
                        .at(Place.RADHUSET)
                        .gives(3, SECURITY_AND_PREPAREDNESS, "R9,R24"),
                when("KF-ledamot i KF:s fråga, hemma", COUNCILLOR, Matter.CITY, "KF")
                        .at(Place.HOME)
                        .gives(3, SECURITY_AND_PREPAREDNESS, "R9,R24"),
                when("nämndledamot i KS fråga", SCHOOL_BOARD, Matter.CITY, "KS")
                        .gives(3, SECURITY_AND_PREPAREDNESS, "R9,R24"),
                when("okänd person i KF:s fråga", NOBODY, Matter.CITY, "KF")
                        .gives(3, SECURITY_AND_PREPAREDNESS, "R9,R24"),
                when("stadsledningskontorets fråga", COUNCILLOR, Matter.CITY, "STADSLEDNINGSKONTORET")
                        .gives(3, SECURITY_AND_PREPAREDNESS, "R9,R24"),
                when("KS fråga som sägs vara flyttad", COUNCILLOR, Matter.CITY, "KS")
                        .movedToCouncil()
                        .gives(3, SECURITY_AND_PREPAREDNESS, "R9,R24"),

                // Row 4: a member of the council or executive board acting for another board
                when("KS-ledamot i en nämnds fråga", EXECUTIVE_WITH_BOARD, Matter.CITY, SCHOOL)
                        .gives(4, SCHOOLS_OFFICER, "R25,R26,R28", SECURITY_AND_PREPAREDNESS),
                when("KF-ledamot i ett bolags fråga", COUNCILLOR, Matter.CITY, LISEBERG)
                        .gives(4, LISEBERGS_OFFICER, "R25,R26,R28", SECURITY_AND_PREPAREDNESS),
                when("KS-ledamot i en nämnds fråga, inne i Rådhuset", EXECUTIVE_WITH_BOARD, Matter.CITY, SCHOOL)
                        .at(Place.RADHUSET)
                        .gives(4, SCHOOLS_OFFICER, "R25,R26,R28", SECURITY_AND_PREPAREDNESS),
                when("samråd undertecknat fast frågan inte har flyttats", COUNCILLOR, Matter.CITY, SCHOOL)
                        .signedByBoth()
                        .gives(4, SCHOOLS_OFFICER, "R25,R26,R28", SECURITY_AND_PREPAREDNESS),

                // Row 5: moved, and the consultation is signed
                when("frågan flyttad, samrådet klart", EXECUTIVE_WITH_BOARD, Matter.CITY, SCHOOL)
                        .movedToCouncil()
                        .signedByBoth()
                        .gives(5, SECURITY_AND_PREPAREDNESS, "R29,R30", SCHOOLS_OFFICER),
                when("bolagets fråga flyttad, samrådet klart", COUNCILLOR, Matter.CITY, LISEBERG)
                        .movedToCouncil()
                        .signedByBoth()
                        .gives(5, SECURITY_AND_PREPAREDNESS, "R29,R30", LISEBERGS_OFFICER),

                // Row 6: moved, but the consultation isn't finished
                when("frågan flyttad, samrådet inte klart", EXECUTIVE_WITH_BOARD, Matter.CITY, SCHOOL)
                        .movedToCouncil()
                        .gives(6, SCHOOLS_OFFICER, "R30", SECURITY_AND_PREPAREDNESS),

                // Row 7: another elected official, in a board's matters
                when("nämndledamot i nämndens fråga", SCHOOL_BOARD, Matter.CITY, SCHOOL)
                        .gives(7, SCHOOLS_OFFICER, "R10,R31"),
                when("nämndledamot i nämndens fråga, hemma", SCHOOL_BOARD, Matter.CITY, SCHOOL)
                        .at(Place.HOME)
                        .gives(7, SCHOOLS_OFFICER, "R10,R31"),
                when("flera uppdrag: den nämnd där hotet uppstod", TWO_BOARDS, Matter.CITY, SCHOOL)
                        .gives(7, SCHOOLS_OFFICER, "R10,R31"),
                when("ledamot i en nämnd, i en annans fråga", SCHOOL_BOARD, Matter.CITY, LISEBERG)
                        .gives(7, LISEBERGS_OFFICER, "R10,R31"),
                when("frågan flyttad, men personen sitter inte i KS eller KF", SCHOOL_BOARD, Matter.CITY, SCHOOL)
                        .movedToCouncil()
                        .gives(7, SCHOOLS_OFFICER, "R10,R31", SECURITY_AND_PREPAREDNESS),
                when("flyttad och undertecknad, men utan uppdrag i KS eller KF", SCHOOL_BOARD, Matter.CITY, SCHOOL)
                        .movedToCouncil()
                        .signedByBoth()
                        .gives(7, SCHOOLS_OFFICER, "R10,R31", SECURITY_AND_PREPAREDNESS),
                when("nämndens fråga inne i Rådhuset", SCHOOL_BOARD, Matter.CITY, SCHOOL)
                        .at(Place.RADHUSET)
                        .gives(7, SCHOOLS_OFFICER, "R10,R31", SECURITY_AND_PREPAREDNESS),
                when("nämndens fråga inne i Börsen", SCHOOL_BOARD, Matter.CITY, SCHOOL)
                        .at(Place.BORSEN)
                        .gives(7, SCHOOLS_OFFICER, "R10,R31", SECURITY_AND_PREPAREDNESS),
                when("flyttad och i Rådhuset: en gång räcker", SCHOOL_BOARD, Matter.CITY, SCHOOL)
                        .at(Place.RADHUSET)
                        .movedToCouncil()
                        .gives(7, SCHOOLS_OFFICER, "R10,R31", SECURITY_AND_PREPAREDNESS),

                // Row 8: capacity unknown
                when("okänt uppdrag, KF-ledamot", COUNCILLOR, Matter.UNKNOWN, null)
                        .gives(8, SECURITY_AND_PREPAREDNESS, "R44"),
                when(
                                "okänt uppdrag, KS-ledamot som också sitter i en nämnd",
                                EXECUTIVE_WITH_BOARD,
                                Matter.UNKNOWN,
                                null)
                        .gives(8, SECURITY_AND_PREPAREDNESS, "R44"),
                when("okänt uppdrag, nämndledamot", SCHOOL_BOARD, Matter.UNKNOWN, null)
                        .gives(8, SCHOOLS_OFFICER, "R44"),
                when("okänt uppdrag, en utpekad enhet är bara en ledtråd", SCHOOL_BOARD, Matter.UNKNOWN, LISEBERG)
                        .gives(8, SCHOOLS_OFFICER, "R44"),
                when("okänt uppdrag, KF-ledamot som pekar ut en nämnd", COUNCILLOR, Matter.UNKNOWN, SCHOOL)
                        .gives(8, SECURITY_AND_PREPAREDNESS, "R44"),
                when("stadens fråga utan enhet, KF-ledamot", COUNCILLOR, Matter.CITY, null)
                        .gives(8, SECURITY_AND_PREPAREDNESS, "R44"),
                when("stadens fråga utan enhet, nämndledamot", SCHOOL_BOARD, Matter.CITY, null)
                        .gives(8, SCHOOLS_OFFICER, "R44"),
                when("okänt uppdrag, flyttad fråga", SCHOOL_BOARD, Matter.UNKNOWN, null)
                        .movedToCouncil()
                        .gives(8, SCHOOLS_OFFICER, "R44"),

                // Row 9: nothing fits
                when("inget känt uppdrag", NOBODY, Matter.UNKNOWN, null).gives(9, SECURITY_AND_PREPAREDNESS, "R44,R49"),
                when("inget känt uppdrag, stadens fråga", NOBODY, Matter.CITY, null)
                        .gives(9, SECURITY_AND_PREPAREDNESS, "R44,R49"),
                when("inget känt uppdrag, en nämnds fråga", NOBODY, Matter.CITY, SCHOOL)
                        .gives(9, SECURITY_AND_PREPAREDNESS, "R44,R49"),
                when("okänt uppdrag, flera nämnder", TWO_BOARDS, Matter.UNKNOWN, null)
                        .gives(9, SECURITY_AND_PREPAREDNESS, "R44,R49"),
                when("stadens fråga utan enhet, flera nämnder", TWO_BOARDS, Matter.CITY, null)
                        .gives(9, SECURITY_AND_PREPAREDNESS, "R44,R49"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void the_table_decides(Expected expected) {
        Outcome outcome = table.decide(expected.situation());

        assertThat(outcome.row()).isEqualTo(expected.row());
        assertThat(outcome.responsible()).isEqualTo(expected.responsible());
        assertThat(outcome.inform()).containsExactlyElementsOf(expected.inform());
        assertThat(outcome.rules()).containsExactlyElementsOf(expected.rules());
        assertThat(outcome.isUnsettled()).isEqualTo(expected.row() >= 8);
        assertThat(outcome.decisionVersion()).matches("responsibility:\\d+");
        assertReadsWell(outcome);
    }

    /** One Swedish sentence, to whoever reads it, that names the unit whose officer is responsible. */
    private void assertReadsWell(Outcome outcome) {
        assertThat(outcome.reason())
                .matches("[A-ZÅÄÖ][^.]*\\.")
                .doesNotContain("{", "}", "  ")
                .doesNotContainPattern("(?i)\\b(du|dig|din|ditt|dina)\\b");
        if (outcome.responsible().function() == Owner.Function.LOCAL_SECURITY_OFFICER) {
            assertThat(outcome.reason())
                    .contains(directory
                            .unit(outcome.responsible().code())
                            .map(Unit::name)
                            .orElseThrow());
        }
    }

    @Test
    void all_nine_rows_are_told_above() {
        assertThat(situations().map(Expected::row)).containsOnly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void a_unit_that_asks_for_advice_is_answered_by_the_department_whatever_it_is_about() {
        for (Matter matter : Matter.values()) {
            Outcome outcome =
                    table.decide(new Situation(Set.of(SCHOOL_BOARD), matter, SCHOOL, null, false, false, true));
            assertThat(outcome.row()).isEqualTo(10);
            assertThat(outcome.responsible()).isEqualTo(SECURITY_AND_PREPAREDNESS);
            assertThat(outcome.inform()).isEmpty();
            assertThat(outcome.rules()).containsExactly("R46");
            assertThat(outcome.isUnsettled()).isFalse();
            assertReadsWell(outcome);
        }
    }

    /** Every combination there is gets an answer: a case is never without an owner. */
    @Test
    void no_situation_is_without_an_answer() {
        int asked = 0;
        for (Matter matter : Matter.values()) {
            for (String[] mandates : List.of(COUNCILLOR, EXECUTIVE_WITH_BOARD, SCHOOL_BOARD, TWO_BOARDS, NOBODY)) {
                for (String unit : new String[] {null, "KS", SCHOOL, LISEBERG}) {
                    for (Place place : new Place[] {null, Place.RADHUSET, Place.OTHER_CITY_PREMISES, Place.ONLINE}) {
                        for (int flags = 0; flags < 4; flags++) {
                            Outcome outcome = table.decide(new Situation(
                                    Set.of(mandates), matter, unit, place, (flags & 1) == 1, (flags & 2) == 2));
                            assertThat(outcome.responsible()).isNotNull();
                            assertThat(outcome.inform()).doesNotContain(outcome.responsible());
                            assertReadsWell(outcome);
                            asked++;
                        }
                    }
                }
            }
        }
        assertThat(asked).isEqualTo(4 * 5 * 4 * 4 * 4);
    }

    @Test
    void a_substitute_counts_as_a_member() {
        assertThat(directory.mandates("ersattare-bolag")).containsExactly(LISEBERG);
        Outcome outcome = table.decide(
                new Situation(directory.mandates("ersattare-bolag"), Matter.CITY, LISEBERG, null, false, false));
        assertThat(outcome.row()).isEqualTo(7);
        assertThat(outcome.responsible()).isEqualTo(LISEBERGS_OFFICER);
    }

    @Test
    void a_unit_that_the_directory_does_not_know_is_refused() {
        assertThatThrownBy(() ->
                        table.decide(new Situation(Set.of(COUNCILLOR), Matter.CITY, "FINNS_INTE", null, false, false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void acute_danger_gives_advice_and_an_alert_and_moves_no_owner() {
        Map<String, Object> acute =
                decisions.ask("acuteDanger", Map.of("acuteDanger", true)).only();
        assertThat((String) acute.get("advice")).contains("112");
        assertThat(acute.get("alertSupportLine")).isEqualTo(true);
        assertThat(acute).doesNotContainKeys("role", "row");

        assertThat(decisions
                        .ask("acuteDanger", Map.of("acuteDanger", false))
                        .only()
                        .get("alertSupportLine"))
                .isEqualTo(false);
        Map<String, Object> notSaid = new HashMap<>();
        notSaid.put("acuteDanger", null);
        assertThat(decisions.ask("acuteDanger", notSaid).only().get("alertSupportLine"))
                .isEqualTo(false);
    }

    @Test
    void a_table_that_the_city_deploys_holds_at_once_and_its_version_is_recorded() throws IOException {
        Situation situation = new Situation(Set.of(SCHOOL_BOARD), Matter.CITY, SCHOOL, null, false, false);
        Outcome before = table.decide(situation);
        String changed = Files.readString(Path.of("processes/responsibility.dmn"))
                .replace("och då ansvarar den lokalt säkerhetsansvariga där.\"", "och så har staden beslutat.\"");
        String deployment = deploy(changed);
        try {
            Receipt receipt = report("ledamot-namnd", AReport.about(SCHOOL));
            assertThat(receipt.row()).isEqualTo(7);
            assertThat(receipt.reason()).endsWith("och så har staden beslutat.").contains("Grundskolenämnden");
            ResponsibilityDecision recorded = responsibilities.latest(receipt.caseNumber());
            assertThat(recorded.decisionVersion())
                    .isEqualTo("responsibility:" + (version(before.decisionVersion()) + 1));
            assertThat(recorded.reason()).isEqualTo(receipt.reason());
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
        assertThat(table.decide(situation)).isEqualTo(before);
    }

    @Test
    void a_changed_table_with_a_gap_stops_the_report_rather_than_guess() throws IOException {
        String onlyRow1 = Files.readString(Path.of("processes/responsibility.dmn"))
                .replaceAll("(?s)<rule id=\"rule_row(?!1\"|0)\\w+\">.*?</rule>", "");
        String deployment = deploy(onlyRow1);
        try {
            Situation situation = new Situation(Set.of(SCHOOL_BOARD), Matter.CITY, SCHOOL, null, false, false);
            assertThatThrownBy(() -> table.decide(situation))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("gave 0 answers");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    private String deploy(String table) {
        return engine.getRepositoryService()
                .createDeployment()
                .name("the city's own")
                .addInputStream("responsibility.dmn", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)))
                .deploy()
                .getId();
    }

    private static int version(String decisionVersion) {
        return Integer.parseInt(decisionVersion.substring(decisionVersion.indexOf(':') + 1));
    }
}
