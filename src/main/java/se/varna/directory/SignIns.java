package se.varna.directory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which one at the identity provider each person is: the first who signed in as them. Names are given to others there when
 * somebody leaves or marries; whoever gets one is not the person who had it.
 */
@Service
public class SignIns {

    private final Persons persons;

    SignIns(Persons persons) {
        this.persons = persons;
    }

    /**
     * Whether somebody else has signed in as the person before, or this one as somebody else.
     *
     * @param subject what the provider never gives to two people
     */
    @Transactional(readOnly = true)
    public boolean isSomebodyElses(String person, String subject) {
        return persons.signInSubject(person)
                        .filter(first -> !first.equals(subject))
                        .isPresent()
                || persons.whoIs(subject).filter(known -> !known.equals(person)).isPresent();
    }

    /**
     * Someone signs in as the person, whom the directory knows.
     *
     * @return whether it is them: the first who does, or the same as then
     */
    @Transactional
    public boolean signsIn(String person, String subject) {
        if (isSomebodyElses(person, subject)) {
            return false;
        }
        persons.bind(person, subject);
        return !isSomebodyElses(person, subject);
    }
}
