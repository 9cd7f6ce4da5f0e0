package se.varna.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Sweden;
import se.varna.directory.Appointment.Office;

/** Answers who someone is and what they may act for today. Reads only; the data is kept elsewhere. */
@Service
@Transactional(readOnly = true)
public class Directory {

    private final Persons persons;
    private final Units units;
    private final Parties parties;
    private final Appointments appointments;
    private final Clock clock;

    Directory(Persons persons, Units units, Parties parties, Appointments appointments, Clock clock) {
        this.persons = persons;
        this.units = units;
        this.parties = parties;
        this.appointments = appointments;
        this.clock = clock;
    }

    public Optional<Person> person(String id) {
        return id == null ? Optional.empty() : persons.findById(id);
    }

    /** What the person is called, where people stand by their names and never by their ids; null for nobody. */
    public String nameOf(String id) {
        return person(id).map(Person::displayName).orElse(id);
    }

    public List<Person> persons(Collection<String> ids) {
        return persons.findAllById(ids);
    }

    public Optional<Unit> unit(String code) {
        return code == null ? Optional.empty() : units.findById(code);
    }

    /** Every unit, in the order of their names. */
    public List<Unit> units() {
        return units.findAllByOrderByName();
    }

    public List<Party> parties() {
        return parties.findAll();
    }

    /** All who hold a mandate today, substitutes included, by name. */
    public List<Person> officials() {
        return persons
                .findAllById(validToday(appointments.findByOfficeIn(List.of(Office.MEMBER, Office.SUBSTITUTE)))
                        .map(Appointment::person)
                        .collect(Collectors.toSet()))
                .stream()
                .sorted(java.util.Comparator.comparing(Person::displayName))
                .toList();
    }

    /** The officials whom the person can tell of as somebody else. */
    public List<Person> otherOfficials(String person) {
        return officials().stream().filter(other -> !other.id().equals(person)).toList();
    }

    /** Codes of the units where the person has a seat today; a substitute counts as a member. */
    public Set<String> mandates(String person) {
        return validToday(appointments.findByPerson(person))
                .filter(a -> a.office() == Office.MEMBER || a.office() == Office.SUBSTITUTE)
                .map(Appointment::organisation)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the support line is the person's: a member of KS or KF (R33). */
    public boolean isCouncilMember(String person) {
        return hasCouncil(mandates(person));
    }

    /** Whether KS or KF is among the units with those codes. */
    public boolean hasCouncil(Collection<String> units) {
        return units.stream().flatMap(code -> unit(code).stream()).anyMatch(unit -> unit.kind() == Unit.Kind.COUNCIL);
    }

    /** The groups that the person belongs to today; empty for one whom the directory does not know. */
    public Set<String> groups(String person) {
        Set<String> groups = new LinkedHashSet<>();
        validToday(appointments.findByPerson(person))
                .forEach(appointment -> groups.addAll(
                        switch (appointment.office()) {
                            case MEMBER, SUBSTITUTE -> List.of(Groups.OFFICIALS);
                            case LOCAL_SECURITY_OFFICER, LOCAL_SECURITY_DEPUTY ->
                                List.of(Groups.LOCAL_OFFICERS, Groups.localOfficers(appointment.organisation()));
                            case PARTY_SECURITY_OFFICER, PARTY_SECURITY_DEPUTY ->
                                List.of(Groups.PARTY_OFFICERS, Groups.partyOfficers(appointment.organisation()));
                            case SECURITY_AND_PREPAREDNESS, HEAD_OF_SECURITY_AND_PREPAREDNESS ->
                                List.of(Groups.SECURITY_AND_PREPAREDNESS);
                            case ON_CALL_COMPANY -> List.of(Groups.ON_CALL);
                            case PROCESS_OWNER -> List.of(Groups.PROCESS_OWNERS);
                            case ADMINISTRATOR -> List.of(Groups.ADMINISTRATORS);
                        }));
        return groups;
    }

    /** Ids of those who belong to the group today. */
    public Set<String> members(String group) {
        return validToday(candidates(group))
                .map(Appointment::person)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Ids of those who act for the function today. */
    public Set<String> members(Owner owner) {
        return members(actingGroup(owner));
    }

    /**
     * Ids of those who step in when the function is silent: the deputies, or the head of Säkerhet och Beredskap where the
     * department acts for it, or else all who belong to it.
     */
    public Set<String> standIns(Owner silent) {
        String acting = actingGroup(silent);
        if (acting.equals(Groups.SECURITY_AND_PREPAREDNESS)) {
            return heads();
        }
        Set<String> deputies =
                silent.function() == Owner.Function.LOCAL_SECURITY_OFFICER ? deputies(silent.code()) : Set.of();
        return deputies.isEmpty() ? members(acting) : deputies;
    }

    private Set<String> deputies(String unit) {
        return validToday(appointments.findByOfficeInAndOrganisation(List.of(Office.LOCAL_SECURITY_DEPUTY), unit))
                .map(Appointment::person)
                .collect(Collectors.toSet());
    }

    /** Säkerhet och Beredskap's head, who is told when others stay silent; all of the department while it has none. */
    public Set<String> heads() {
        Set<String> heads = validToday(appointments.findByOfficeIn(List.of(Office.HEAD_OF_SECURITY_AND_PREPAREDNESS)))
                .map(Appointment::person)
                .collect(Collectors.toSet());
        return heads.isEmpty() ? members(Groups.SECURITY_AND_PREPAREDNESS) : heads;
    }

    /** Everyone who works with cases or flow in the engine: anybody but elected officials. */
    public boolean isOfficer(String person) {
        return groups(person).stream().anyMatch(group -> !group.equals(Groups.OFFICIALS));
    }

    /** Every group that exists: the city-wide ones and one for each unit and party. */
    public List<String> allGroups() {
        List<String> all = new ArrayList<>(List.of(
                Groups.OFFICIALS,
                Groups.LOCAL_OFFICERS,
                Groups.SECURITY_AND_PREPAREDNESS,
                Groups.ON_CALL,
                Groups.PARTY_OFFICERS,
                Groups.PROCESS_OWNERS,
                Groups.ADMINISTRATORS));
        units().stream()
                .filter(unit -> unit.kind().hasLocalOfficer())
                .forEach(unit -> all.add(Groups.localOfficers(unit.code())));
        parties().forEach(party -> all.add(Groups.partyOfficers(party.code())));
        return all;
    }

    /** The groups of functions that can hold a case and have nobody today: Säkerhet och Beredskap acts for them. */
    public Set<String> groupsWithoutMembers() {
        Set<String> filled = validToday(appointments.findByOfficeIn(List.of(
                        Office.LOCAL_SECURITY_OFFICER,
                        Office.LOCAL_SECURITY_DEPUTY,
                        Office.PARTY_SECURITY_OFFICER,
                        Office.PARTY_SECURITY_DEPUTY)))
                .map(appointment -> appointment.office().isInParty()
                        ? Groups.partyOfficers(appointment.organisation())
                        : Groups.localOfficers(appointment.organisation()))
                .collect(Collectors.toSet());
        return allGroups().stream()
                .filter(group ->
                        group.startsWith(Groups.LOCAL_OFFICERS + "-") || group.startsWith(Groups.PARTY_OFFICERS + "-"))
                .filter(group -> !filled.contains(group))
                .collect(Collectors.toSet());
    }

    /**
     * The group that acts for the owner of a case: the owner's own, or Säkerhet och Beredskap while a unit has neither
     * security officer nor deputy, or a party no security officer. A case is never without someone to work it.
     */
    public String actingGroup(Owner owner) {
        return members(owner.group()).isEmpty() ? Groups.SECURITY_AND_PREPAREDNESS : owner.group();
    }

    private List<Appointment> candidates(String group) {
        return switch (group) {
            case Groups.OFFICIALS -> appointments.findByOfficeIn(List.of(Office.MEMBER, Office.SUBSTITUTE));
            case Groups.LOCAL_OFFICERS -> appointments.findByOfficeIn(LOCAL);
            case Groups.PARTY_OFFICERS -> appointments.findByOfficeIn(PARTY);
            case Groups.SECURITY_AND_PREPAREDNESS -> appointments.findByOfficeIn(DEPARTMENT);
            case Groups.ON_CALL -> appointments.findByOfficeIn(List.of(Office.ON_CALL_COMPANY));
            case Groups.PROCESS_OWNERS -> appointments.findByOfficeIn(List.of(Office.PROCESS_OWNER));
            case Groups.ADMINISTRATORS -> appointments.findByOfficeIn(List.of(Office.ADMINISTRATOR));
            default ->
                group.startsWith(Groups.LOCAL_OFFICERS + "-")
                        ? appointments.findByOfficeInAndOrganisation(
                                LOCAL, group.substring(Groups.LOCAL_OFFICERS.length() + 1))
                        : group.startsWith(Groups.PARTY_OFFICERS + "-")
                                ? appointments.findByOfficeInAndOrganisation(
                                        PARTY, group.substring(Groups.PARTY_OFFICERS.length() + 1))
                                : List.of();
        };
    }

    private static final List<Office> DEPARTMENT =
            List.of(Office.SECURITY_AND_PREPAREDNESS, Office.HEAD_OF_SECURITY_AND_PREPAREDNESS);

    private static final List<Office> PARTY = List.of(Office.PARTY_SECURITY_OFFICER, Office.PARTY_SECURITY_DEPUTY);

    private static final List<Office> LOCAL = List.of(Office.LOCAL_SECURITY_OFFICER, Office.LOCAL_SECURITY_DEPUTY);

    private java.util.stream.Stream<Appointment> validToday(List<Appointment> found) {
        LocalDate today = LocalDate.now(clock.withZone(Sweden.TIME));
        return found.stream().filter(appointment -> appointment.isValidOn(today));
    }
}
