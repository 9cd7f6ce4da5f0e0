package se.varna.parties.web;

import org.springframework.stereotype.Component;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Unit;
import se.varna.parties.PartyRegister;

/** Whom an official asks meanwhile whose party has no security officer (R8, R42); asked by {@code parties/hints.html}. */
@Component("partyHint")
class PartyHint {

    private final PartyRegister register;
    private final Directory directory;

    PartyHint(PartyRegister register, Directory directory) {
        this.register = register;
        this.directory = directory;
    }

    /** Whether the person's own party has nobody; false for somebody who is not signed in. */
    public boolean concerns(String person) {
        return person != null && register.lacksOfficer(person);
    }

    /** Säkerhet och Beredskap's number, or null. */
    public String phone() {
        return directory
                .unit(Owner.SECURITY_AND_PREPAREDNESS_UNIT)
                .map(Unit::securityPhone)
                .orElse(null);
    }
}
