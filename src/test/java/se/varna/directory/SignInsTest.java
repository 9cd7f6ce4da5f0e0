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
        assertThat(signIns.isSomebodyElses(id, id + "-first")).isFalse();
        assertThat(signIns.signsIn(id, id + "-first")).isTrue();
        assertThat(signIns.signsIn(id, id + "-second")).isFalse();
        assertThat(signIns.isSomebodyElses(id, id + "-second")).isTrue();
        assertThat(signIns.signsIn(id, id + "-first")).isTrue();

        keeping.forgetSignIn(id, "admin");
        assertThat(signIns.signsIn(id, id + "-second")).isTrue();
        assertThat(signIns.signsIn(id, id + "-first")).isFalse();
    }

    @Test
    void whoever_writes_the_person_anew_leaves_it_as_it_is() {
        String id = newMember("GRUNDSKOLENAMNDEN");
        signIns.signsIn(id, id + "-first");
        keeping.changePerson(id, null, new DirectoryKeeping.Details("Nytt namn", null, null, "A"), "admin");
        assertThat(signIns.isSomebodyElses(id, id + "-second")).isTrue();
    }

    @Test
    void whoever_is_somebody_already_does_not_become_another_by_getting_that_ones_name() {
        String one = newMember("GRUNDSKOLENAMNDEN");
        String other = newMember("GRUNDSKOLENAMNDEN");
        assertThat(signIns.signsIn(one, "renamed")).isTrue();
        assertThat(signIns.signsIn(other, "renamed")).isFalse();

        keeping.forgetSignIn(one, "admin");
        assertThat(signIns.signsIn(other, "renamed")).isTrue();
    }

    @Test
    void someone_whom_the_directory_does_not_know_is_nobody_elses() {
        assertThat(signIns.isSomebodyElses("okand-person", "unseen")).isFalse();
    }
}
