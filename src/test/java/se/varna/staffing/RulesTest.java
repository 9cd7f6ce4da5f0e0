package se.varna.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.common.Refused;
import se.varna.directory.Appointment;
import se.varna.directory.Appointment.Office;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.DirectoryKeeping.Details;
import se.varna.directory.Tenure;
import se.varna.directory.Unit;

/** What the directory refuses, whoever asks for it. */
class RulesTest extends VarnaTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    private Staffing staffing;

    @Autowired
    private DirectoryKeeping keeping;

    @Autowired
    private Hall hall;

    @Test
    void nobody_changes_what_they_hold_themselves() {
        refused(() -> give("admin", Office.MEMBER, hall.unit(), "admin"), "directory.ownAppointments");
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, hall.unit());
        refused(() -> end(officer, TODAY, officer), "directory.ownAppointments");
        refused(() -> staffing.leave(officer, TODAY, officer), "directory.ownAppointments");
    }

    @ParameterizedTest
    @EnumSource(names = {"SECURITY_AND_PREPAREDNESS", "ON_CALL_COMPANY"})
    void only_administrators_say_who_belongs_to_the_department_or_the_on_call_company(Office office) {
        String person = hall.person();

        refused(() -> give(person, office, null, "sob-1"), "office: directory.administratorsOnly");
        give(person, office, null, "admin");
        refused(() -> end(person, TODAY, "sob-1"), "office: directory.administratorsOnly");
        refused(() -> staffing.withdraw(hall.held(person), "sob-1"), "office: directory.administratorsOnly");
        refused(() -> staffing.leave(person, TODAY, "sob-1"), "office: directory.administratorsOnly");
        staffing.leave(person, TODAY, "admin");

        assertThat(directory.groups(person)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PROCESS_OWNER", "ADMINISTRATOR"})
    void roles_that_come_with_the_sign_in_are_not_given_here(Office office) {
        refused(() -> give(hall.person(), office, null, "admin"), "office: directory.notKeptHere");
        String holder = office == Office.PROCESS_OWNER ? "processagare" : "admin";
        refused(() -> end(holder, TODAY, "sob-1"), "office: directory.notKeptHere");
        staffing.leave(holder, TODAY, "sob-1");
        assertThat(hall.held(holder).validTo()).isNull();
    }

    @Test
    void an_office_is_held_where_there_is_such_an_office() {
        String board = hall.unit();
        String office = hall.unit(Unit.Kind.OFFICE);
        String council = hall.unit(Unit.Kind.COUNCIL);
        String party = hall.party();

        refused(() -> give(hall.person(), Office.MEMBER, "NAMNDEN", "admin"), "organisation: directory.unknownUnit");
        refused(() -> give(hall.person(), Office.MEMBER, null, "admin"), "organisation: directory.unknownUnit");
        refused(() -> give(hall.person(), Office.MEMBER, party, "admin"), "organisation: directory.unknownUnit");
        refused(() -> give(hall.person(), Office.SUBSTITUTE, office, "admin"), "organisation: directory.noMandates");
        refused(
                () -> give(hall.person(), Office.LOCAL_SECURITY_OFFICER, council, "admin"),
                "organisation: directory.noLocalOfficer");
        refused(
                () -> give(hall.person(), Office.LOCAL_SECURITY_DEPUTY, office, "admin"),
                "organisation: directory.noLocalOfficer");
        refused(
                () -> give(hall.person(), Office.PARTY_SECURITY_OFFICER, board, "admin"),
                "organisation: directory.unknownParty");
        refused(() -> give(hall.person(), Office.ON_CALL_COMPANY, board, "admin"), "organisation: directory.wholeCity");
        refused(() -> give("ingen", Office.MEMBER, board, "admin"), "id: directory.unknownPerson");
        refused(() -> give(hall.person(), null, board, "admin"), "office: required");
    }

    @Test
    void the_same_office_is_not_held_twice_at_the_same_time() {
        String unit = hall.unit();
        String person = hall.give(hall.person(), Office.MEMBER, unit, TODAY, TODAY.plusDays(10));

        refused(
                () -> give(person, new Tenure(Office.MEMBER, unit, TODAY.plusDays(10), null)),
                "from: directory.overlaps");
        refused(
                () -> give(person, new Tenure(Office.MEMBER, unit, TODAY.minusDays(9), TODAY)),
                "from: directory.overlaps");
        Appointment first = hall.held(person);
        give(person, new Tenure(Office.MEMBER, unit, TODAY.plusDays(11), null));
        give(person, new Tenure(Office.SUBSTITUTE, unit, TODAY, null));

        refused(
                () -> staffing.moveEnd(first, first.version(), TODAY.plusDays(11), "admin"),
                "from: directory.overlaps");
    }

    @Test
    void an_end_is_not_before_the_beginning_and_does_not_rewrite_what_has_been() {
        String unit = hall.unit();
        String person = hall.give(hall.person(), Office.MEMBER, unit, TODAY.minusDays(5), null);

        refused(() -> end(person, TODAY.minusDays(2), "admin"), "to: directory.endTooEarly");
        refused(() -> end(person, TODAY.minusDays(6), "admin"), "to: directory.endBeforeStart");
        refused(() -> end(person, LocalDate.of(3026, 1, 1), "admin"), "to: directory.implausibleDay");
        refused(() -> staffing.withdraw(hall.held(person), "admin"), "directory.hasBegun");
        refused(() -> staffing.leave(person, TODAY.minusDays(1), "admin"), "day: directory.leavesInThePast");
        end(person, TODAY.minusDays(1), "admin");

        assertThat(directory.mandates(person)).isEmpty();
    }

    @Test
    void what_somebody_else_has_changed_meanwhile_is_not_overwritten() {
        String person = hall.with(Office.MEMBER, hall.unit());
        Appointment shown = hall.held(person);
        end(person, TODAY, "admin");

        refused(
                () -> staffing.moveEnd(shown, shown.version(), TODAY.plusDays(1), "sob-1"),
                "directory.changedMeanwhile");
        keeping.changePerson(person, 0L, details("Nytt Namn"), "admin");
        refused(() -> keeping.changePerson(person, 0L, details("Annat Namn"), "sob-1"), "directory.changedMeanwhile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "å", "a b", "a/b", "a'b", "..", ".", "a:b", "*", "<x>", "a\nb"})
    void a_person_is_known_by_what_a_sign_in_can_give(String id) {
        refused(() -> keeping.addPerson(id, details("Namn"), "admin"), "id: directory.personId");
    }

    @Test
    void ids_are_kept_as_they_are_and_the_engine_takes_them() {
        for (String id : new String[] {"Fornamn.Efternamn@example.org", "fornamn.efternamn@example.org", "_aB-9.x"}) {
            keeping.addPerson(id, details("Namn"), "admin");
            String unit = hall.unit();
            give(id, Office.LOCAL_SECURITY_OFFICER, unit, "admin");
            String official = hall.with(Office.MEMBER, unit);
            String number = report(official, se.varna.AReport.about(unit)).caseNumber();

            complete(id, number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Lugnt samtal.");

            assertThat(directory.person(id)).isPresent();
            assertThat(engine.getIdentityService()
                            .createUserQuery()
                            .userId(id)
                            .singleResult()
                            .getId())
                    .isEqualTo(id);
        }
    }

    @Test
    void a_code_is_given_once_and_has_its_shape() {
        String unit = hall.unit();
        refused(() -> keeping.addUnit(unit, "Namn", Unit.Kind.BOARD, null, "admin"), "code: directory.codeTaken");
        refused(() -> keeping.addUnit("Nämnd", "Namn", Unit.Kind.BOARD, null, "admin"), "code: directory.code");
        refused(
                () -> keeping.addUnit(null, null, null, "x", "admin"),
                "code: required, kind: required, name: required, phone: directory.phone");
        refused(() -> keeping.addParty("A", "Namn", "admin"), "code: directory.codeTaken");
        refused(() -> keeping.addParty("A".repeat(21), "Namn", "admin"), "code: directory.code");
        refused(() -> keeping.addPerson("admin", details("Namn"), "admin"), "id: directory.idTaken");
    }

    private void give(String person, Office office, String organisation, String actor) {
        staffing.give(person, new Tenure(office, organisation, TODAY, null), actor);
    }

    private void give(String person, Tenure tenure) {
        staffing.give(person, tenure, "admin");
    }

    private void end(String person, LocalDate day, String actor) {
        Appointment held = hall.held(person);
        staffing.moveEnd(held, held.version(), day, actor);
    }

    private static Details details(String name) {
        return new Details(name, null, null, null);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(Refused.class).hasMessage(message);
    }
}
