package se.varna.directory;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty directory from data: units, parties, people and what they hold. */
@Service
public class DirectoryImport {

    private final Units units;
    private final Parties parties;
    private final Persons persons;
    private final Appointments appointments;

    DirectoryImport(Units units, Parties parties, Persons persons, Appointments appointments) {
        this.units = units;
        this.parties = parties;
        this.persons = persons;
        this.appointments = appointments;
    }

    /** What a person holds. */
    public record OfficeData(Appointment.Office office, String in, LocalDate from, LocalDate to) {}

    /** A person and what they hold. */
    public record PersonData(
            String id, String displayName, String email, String phone, String party, List<OfficeData> offices) {}

    /** A party. */
    public record PartyData(String code, String name) {}

    /** A unit. */
    public record UnitData(String code, String name, Unit.Kind kind, String securityPhone) {}

    /** The whole directory. */
    public record DirectoryData(List<UnitData> units, List<PartyData> parties, List<PersonData> persons) {}

    /** Fills the directory if it is empty; one that people have begun to keep is left alone. */
    @Transactional
    public void fillIfEmpty(DirectoryData data) {
        if (units.count() > 0 || persons.count() > 0) {
            return;
        }
        data.units().forEach(u -> units.save(new Unit(u.code(), u.name(), u.kind(), u.securityPhone())));
        data.parties().forEach(p -> parties.save(new Party(p.code(), p.name())));
        for (PersonData p : data.persons()) {
            persons.save(new Person(p.id(), p.displayName(), p.email(), p.phone(), p.party()));
            p.offices().forEach(o -> appointments.save(new Appointment(p.id(), o.office(), o.in(), o.from(), o.to())));
        }
    }
}
