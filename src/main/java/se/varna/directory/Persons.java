package se.varna.directory;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Persons extends JpaRepository<Person, String> {

    @Query("SELECT person.signInSubject FROM Person person WHERE person.id = :id")
    Optional<String> signInSubject(String id);

    @Modifying
    @Query("UPDATE Person person SET person.signInSubject = :subject"
            + " WHERE person.id = :id AND person.signInSubject IS NULL")
    void bind(String id, String subject);

    @Modifying
    @Query("UPDATE Person person SET person.signInSubject = NULL WHERE person.id = :id")
    void unbind(String id);
}
