package se.varna.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;

class SignInsTest extends VarnaTest {

    @Autowired
    private SignIns signIns;

    @Autowired
    private DirectoryKeeping keeping;

    @Test
    void the_first_who_signs_in_is_the_person_until_an_administrator_lets_go_of_them() {
        String id = newMember("GRUNDSKOLENAMNDEN");
        assertThat(signIns.isSomebodyElses(id, "first")).isFalse();
        assertThat(signIns.signsIn(id, "first")).isTrue();
        assertThat(signIns.signsIn(id, "second")).isFalse();
        assertThat(signIns.isSomebodyElses(id, "second")).isTrue();
        assertThat(signIns.signsIn(id, "first")).isTrue();

        keeping.forgetSignIn(id, "admin");
        assertThat(signIns.signsIn(id, "second")).isTrue();
        assertThat(signIns.signsIn(id, "first")).isFalse();
    }

    @Test
    void whoever_writes_the_person_anew_leaves_it_as_it_is() {
        String id = newMember("GRUNDSKOLENAMNDEN");
        signIns.signsIn(id, "first");
        keeping.changePerson(id, null, new DirectoryKeeping.Details("Nytt namn", null, null, "A"), "admin");
        assertThat(signIns.isSomebodyElses(id, "second")).isTrue();
    }

    @Test
    void someone_whom_the_directory_does_not_know_is_nobody_elses() {
        assertThat(signIns.isSomebodyElses("okand-person", "first")).isFalse();
    }
}
