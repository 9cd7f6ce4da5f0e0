package se.varna.casepage;

import org.springframework.stereotype.Component;
import se.varna.directory.Directory;
import se.varna.directory.Person;

/** People stand on pages by their names, never by their ids. */
@Component
class PersonNames {

    private final Directory directory;

    PersonNames(Directory directory) {
        this.directory = directory;
    }

    /** The person's name; null for nobody. */
    String of(String person) {
        return person == null
                ? null
                : directory.person(person).map(Person::displayName).orElse(person);
    }
}
