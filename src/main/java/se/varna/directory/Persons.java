package se.varna.directory;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface Persons extends JpaRepository<Person, String> {

    Optional<Person> findByNumber(Long number);

    /** By name or id and nothing else: nobody is found by their party. */
    @Query(
            """
            SELECT p FROM Person p
             WHERE lower(p.displayName) LIKE :pattern ESCAPE '!' OR lower(p.id) LIKE :pattern ESCAPE '!'
             ORDER BY p.displayName, p.id""")
    List<Person> named(@Param("pattern") String pattern, Pageable page);

    @Query("SELECT person.signInSubject FROM Person person WHERE person.id = :id")
    Optional<String> signInSubject(String id);

    @Query("SELECT person.id FROM Person person WHERE person.signInSubject = :subject")
    Optional<String> whoIs(String subject);

    @Modifying
    @Query("UPDATE Person person SET person.signInSubject = :subject"
            + " WHERE person.id = :id AND person.signInSubject IS NULL")
    void bind(String id, String subject);

    @Modifying
    @Query("UPDATE Person person SET person.signInSubject = NULL WHERE person.id = :id")
    void unbind(String id);
}
