package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.Part;
import se.varna.assessment.Assessments;
import se.varna.assessment.LevelDecision;
import se.varna.assessment.SwitchedPatterns;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.Kind;
import se.varna.casefile.Level;
import se.varna.casefile.SecrecyGround;
import se.varna.directory.Owner;
import se.varna.pages.Visitor;
import se.varna.recusal.Recusals;
import se.varna.responsibility.Responsibilities;
import se.varna.web.SignedIn;

/**
 * What happens again: to the same person, about the same question, from the same sender. It counts among one function's own
 * cases; that another has cases about the same person too, the owner knows when Säkerhet och Beredskap has told, and not
 * before.
 */
class PatternsTest extends VarnaTest {

    private static final String SCHOOL = "GRUNDSKOLENAMNDEN";
    private static final String OFFICER = "lsa-grundskola";
    private static final String DEPUTY = "lsa-grundskola-ersattare";
    private static final String PARK = "LISEBERG";
    private static final String PARKS_OFFICER = "lsa-liseberg";
    private static final String REASON = "Sammanvägd bedömning efter samtal med den utsatta.";
    private static final String REPEATS = "Det här upprepas";
    private static final String SAME_PERSON = "det finns tidigare ärenden om samma person";

    /** No other story's words are like this one's. */
    private final String own = UUID.randomUUID().toString();

    @Autowired
    SwitchedPatterns patterns;

    @Autowired
    Assessments assessments;

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    Recusals recusals;

    @Autowired
    PlatformTransactionManager transactions;

    /** Long before the day of the other stories, so that none of these cases comes after theirs. */
    @BeforeEach
    void lookForPatterns() {
        clock.set("2026-03-03T10:00");
        patterns.on(true);
    }

    @AfterEach
    void leaveTheOthersAlone() {
        patterns.on(false);
    }

    // --- alike in what

    @Test
    void the_third_about_one_person_in_60_days_is_shown_with_the_earlier_ones_and_moves_the_level_up() {
        String official = newMember(SCHOOL);
        String first = reported(official, AReport.about(SCHOOL).kind(Kind.HATE));
        later(Duration.ofDays(40));
        String second = reported(official, AReport.about(SCHOOL).kind(Kind.HATE));
        later(Duration.ofDays(20));
        String third = contacted(official, AReport.about(SCHOOL).kind(Kind.THREAT));

        String sentence = "Det tredje ärendet om samma person på 60 dagar";
        assertThat(page(OFFICER, third))
                .contains(REPEATS, sentence, "/arenden/" + first + "\"", "/arenden/" + second + "\"");
        assertThat(page(OFFICER, second)).contains("Det andra ärendet om samma person på 40 dagar", first);
        assertThat(api(OFFICER, third))
                .contains("\"likeness\":\"SAME_PERSON\",\"ordinal\":3,\"days\":60,\"said\":\"" + sentence + "\"");
        assertThat(form(OFFICER, third))
                .contains("Tabellen föreslår: Hög", "det gäller hot", SAME_PERSON, sentence, "/arenden/" + first + ")");

        assertThatThrownBy(() -> assess(OFFICER, third, "ELEVATED", "Lugnt."))
                .hasMessageContaining("assessment.belowTable");
        assess(OFFICER, third, "HIGH", REASON);
        LevelDecision decision = assessed(third);
        assertThat(decision.recommended()).isEqualTo(Level.HIGH);
        assertThat(decision.recommendedWhy()).containsExactly("det gäller hot", SAME_PERSON);
        assertThat(page(OFFICER, third)).contains("därför att", SAME_PERSON);
    }

    @Test
    void the_first_of_them_stays_as_it_was_whatever_comes_after_it() {
        String official = newMember(SCHOOL);
        String first = contacted(official, AReport.about(SCHOOL).kind(Kind.HATE));
        later(Duration.ofDays(1));
        reported(official, AReport.about(SCHOOL).kind(Kind.HATE));

        assertThat(page(OFFICER, first)).doesNotContain(REPEATS);
        assertThat(form(OFFICER, first)).contains("Tabellen föreslår: Låg").doesNotContain(REPEATS);
    }

    @Test
    void the_same_question_counts_whoever_is_exposed_and_however_it_is_written() {
        String first = reported(
                newMember(SCHOOL), AReport.about(SCHOOL).kind(Kind.HATE).question("Skolan i Ängås, nedläggning?"));
        later(Duration.ofDays(1));
        String second = contacted(
                newMember(SCHOOL), AReport.about(SCHOOL).kind(Kind.HATE).question("  SKOLAN I ÄNGÅS  –  nedläggning "));

        assertThat(page(OFFICER, second))
                .contains("Det andra ärendet om samma politiska fråga på en dag", first)
                .doesNotContain("om samma person");
        assertThat(form(OFFICER, second))
                .contains("Tabellen föreslår: Förhöjd", "det finns tidigare ärenden om samma politiska fråga");
    }

    @Test
    void the_same_sender_counts_whoever_is_exposed_and_however_it_is_written() {
        String first = reported(
                newMember(SCHOOL), AReport.about(SCHOOL).kind(Kind.THREAT).by("@Örnen_73, 070-174 06 05"));
        String second = contacted(
                newMember(SCHOOL), AReport.about(SCHOOL).kind(Kind.THREAT).by("@örnen_73 (0701740605)"));
        assertThat(page(OFFICER, second))
                .as("at the same moment none is earlier")
                .doesNotContain(REPEATS);
        later(Duration.ofMinutes(1));
        String third = contacted(
                newMember(SCHOOL), AReport.about(SCHOOL).kind(Kind.THREAT).by("ÖRNEN 73 070 1740605"));

        assertThat(page(OFFICER, third))
                .contains("Det tredje ärendet med samma avsändare eller alias på samma dag", first, second);
        assertThat(form(OFFICER, third))
                .contains("Tabellen föreslår: Hög", "det finns tidigare ärenden med samma avsändare eller alias");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nej", "vet INTE.", "Vet ej", "  okänd ", "?", "-", "…", "Det vet jag inte!"})
    void what_says_that_one_does_not_know_is_like_nothing(String said) {
        reported(newMember(SCHOOL), AReport.about(SCHOOL).by(said).question(said));
        later(Duration.ofMinutes(1));
        String second =
                reported(newMember(SCHOOL), AReport.about(SCHOOL).by(said).question(said));

        assertThat(page(OFFICER, second)).doesNotContain(REPEATS);
    }

    @Test
    void what_is_not_answered_and_who_is_not_in_the_directory_is_like_nothing() {
        reported(newMember(SCHOOL), AReport.about(SCHOOL).someoneElse("En granne"));
        later(Duration.ofMinutes(1));
        String second = reported(newMember(SCHOOL), AReport.about(SCHOOL).someoneElse("En granne"));

        assertThat(page(OFFICER, second)).doesNotContain(REPEATS);
    }

    @Test
    void the_longest_answer_is_received_and_compared() {
        // Words that cannot be packed into less, as an index would try.
        String answer = new Random(7)
                .ints(18_000, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String first = reported(newMember(SCHOOL), AReport.about(SCHOOL).by(answer));
        later(Duration.ofMinutes(1));
        String second = reported(newMember(SCHOOL), AReport.about(SCHOOL).by(answer));

        assertThat(page(OFFICER, second)).contains("med samma avsändare eller alias", first);
    }

    // --- how long

    @Test
    void ninety_days_count_and_not_a_moment_more() {
        String official = newMember(SCHOOL);
        String tooOld = reported(official, AReport.about(SCHOOL));
        later(Duration.ofMillis(1));
        String oldest = reported(official, AReport.about(SCHOOL));
        later(Duration.ofDays(90));
        String newest = reported(official, AReport.about(SCHOOL));

        assertThat(page(OFFICER, newest))
                .contains("Det andra ärendet om samma person på 90 dagar", oldest)
                .doesNotContain(tooOld);
    }

    @Test
    void where_nothing_is_to_be_compared_nothing_is() {
        String official = newMember(SCHOOL);
        reported(official, AReport.about(SCHOOL));
        later(Duration.ofMinutes(1));
        String second = reported(official, AReport.about(SCHOOL));

        patterns.on(false);

        assertThat(page(OFFICER, second)).doesNotContain(REPEATS);
    }

    // --- whose

    @Test
    void the_level_before_anyone_has_assessed_and_the_deadline_do_not_count_with_it() {
        String official = newMember(SCHOOL);
        reported(official, AReport.about(SCHOOL).kind(Kind.HATE));
        later(Duration.ofDays(1));
        String alone = reported(newMember(SCHOOL), AReport.about(SCHOOL).kind(Kind.HATE));
        String again = reported(official, AReport.about(SCHOOL).kind(Kind.HATE));

        assertThat(page(OFFICER, again)).contains(REPEATS);
        assertThat(file(again).level()).isEqualTo(file(alone).level()).isEqualTo(Level.LOW);
        assertThat(file(again).contactDueAt()).isEqualTo(file(alone).contactDueAt());
    }

    @Test
    void anothers_cases_do_not_count_in_either_direction_until_the_department_has_told() {
        String official = newMember(SCHOOL);
        AReport schools = alike(SCHOOL);
        AReport parks = alike(PARK);
        String before = reported(official, parks);
        later(Duration.ofDays(1));
        String school = contacted(official, schools);
        List<String> seenBefore = everythingSeenBy(OFFICER, school);
        List<String> parkSawBefore = everythingSeenBy(PARKS_OFFICER, before);
        assertThat(seenBefore).noneMatch(seen -> seen.contains(REPEATS) || seen.contains(before));

        later(Duration.ofDays(1));
        String park = reported(official, parks);
        later(Duration.ofDays(-1));
        Visitor department = Visitor.signedIn(port, "sob-1");
        assertThat(everyPage(department)).contains(school, before, park);
        department.get("/arenden/" + school);
        department.post("/arenden/" + school + "/upprepning", "text", "Utan grund.");
        Visitor.api(port, "GET", "/api/cases/" + school, "sob-1", null);

        assertThat(everythingSeenBy(OFFICER, school)).isEqualTo(seenBefore);
        assertThat(everythingSeenBy(PARKS_OFFICER, before)).isEqualTo(parkSawBefore);
        assertThat(page(PARKS_OFFICER, park))
                .contains("Det andra ärendet om samma person på 2 dagar", before)
                .doesNotContain(school);
        assertThat(page(official, school)).doesNotContain(REPEATS);
        assertThat(Visitor.signedIn(port, official)
                        .get("/arenden/" + school + "/lasningar")
                        .body())
                .as("the exposed person may know of every reading")
                .contains("Säkerhet och Beredskap 1");

        department.post(
                "/arenden/" + school + "/upprepning", "text", "Två ärenden i en annan del.", "ground", "NECESSARY");
        runJobs(school);

        assertThat(timeline(school)).contains(EventKind.REPETITION_TOLD);
        assertThat(page(OFFICER, school))
                .contains(REPEATS, "Samma person har ärenden också hos andra", "Två ärenden i en annan del.")
                .doesNotContain(before, park);
        assertThat(form(OFFICER, school))
                .contains("Tabellen föreslår: Hög", "den utsatta har ärenden också hos andra", "Läs det under fliken")
                .doesNotContain("Två ärenden i en annan del.", before, park);
        assertThat(everythingSeenBy(PARKS_OFFICER, before)).isEqualTo(parkSawBefore);
        assertThat(everyPage(department)).contains("Ni har berättat för den ansvariga");
        assertThat(jdbc.sql("SELECT recipient FROM varna.outgoing_mail WHERE case_number = ? AND kind = ?")
                        .params(school, "REPETITION_TOLD")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(OFFICER, DEPUTY);

        assess(OFFICER, school, "HIGH", REASON);
        assertThat(assessed(school).recommendedWhy())
                .containsExactly("det gäller hot", "den utsatta har ärenden också hos andra");
    }

    @Test
    void who_held_a_case_knows_whom_it_is_about_and_no_longer_what() {
        String official = newMember(SCHOOL);
        String first = reported(official, alike(SCHOOL));
        later(Duration.ofDays(1));
        takesOver(first, Owner.SECURITY_AND_PREPAREDNESS, "sob-1");
        String second = reported(official, alike(SCHOOL));

        assertThat(page(OFFICER, second))
                .contains("Det andra ärendet om samma person", first)
                .doesNotContain("om samma politiska fråga", "med samma avsändare");
        assertThat(page("sob-1", first)).doesNotContain(REPEATS);
    }

    @Test
    void of_a_case_that_was_taken_over_what_was_kept_back_is_like_nothing() {
        String first = reported(newMember("KS"), alike("KS"));
        later(Duration.ofDays(1));
        String second = reported(newMember(SCHOOL), alike(SCHOOL));
        later(Duration.ofDays(1));
        takesOver(second, Owner.SECURITY_AND_PREPAREDNESS, "sob-1");
        assertThat(page("sob-1", second)).doesNotContain(REPEATS);

        disclose(second, Part.DESCRIPTION);
        assertThat(page("sob-1", second))
                .contains("Det andra ärendet om samma politiska fråga", first)
                .doesNotContain("med samma avsändare");

        disclose(second, Part.PERSONS);
        assertThat(page("sob-1", second)).contains("Det andra ärendet med samma avsändare");
    }

    @Test
    void an_officer_with_jav_in_one_of_them_is_told_nothing_of_it() {
        String official = newMember(SCHOOL);
        String first = reported(official, AReport.about(SCHOOL).kind(Kind.HATE));
        later(Duration.ofDays(1));
        String second = contacted(official, AReport.about(SCHOOL).kind(Kind.HATE));
        recusals.recuse(first, OFFICER, "Vi är släkt med den som hotar.");

        assertThat(page(OFFICER, second)).doesNotContain(REPEATS, first);
        assertThat(form(OFFICER, second)).contains("Tabellen föreslår: Låg").doesNotContain(first, REPEATS);
        assertThat(page(DEPUTY, second)).contains(REPEATS, first);
        assertThat(form(DEPUTY, second)).contains("Tabellen föreslår: Förhöjd", first);

        assess(DEPUTY, second, "ELEVATED", REASON);
        assertThat(page(DEPUTY, second)).contains(SAME_PERSON);
        assertThat(page(OFFICER, second))
                .contains("Tabellens skäl är inte utlämnade")
                .doesNotContain(SAME_PERSON);
    }

    @Test
    void the_next_holder_is_told_nothing_of_the_former_ones_other_cases() {
        String official = newMember(SCHOOL);
        String first = reported(official, AReport.about(SCHOOL).kind(Kind.HATE));
        later(Duration.ofDays(1));
        String second = contacted(official, AReport.about(SCHOOL).kind(Kind.HATE));
        assess(OFFICER, second, "ELEVATED", REASON);
        takesOver(second, Owner.SECURITY_AND_PREPAREDNESS, "sob-1");
        disclose(second, Part.DESCRIPTION);

        assertThat(page("sob-1", second))
                .contains("Tabellens skäl är inte utlämnade")
                .doesNotContain(REPEATS, SAME_PERSON, first);
        assertThat(api("sob-1", second)).doesNotContain(SAME_PERSON, first).contains("\"repeated\":[]");
    }

    @Test
    void what_the_department_told_one_holder_goes_along_to_the_next_as_what_else_they_have_written() {
        String official = newMember(SCHOOL);
        reported(official, AReport.about(PARK));
        later(Duration.ofDays(1));
        String school = reported(official, AReport.about(SCHOOL).kind(Kind.THREAT));
        Visitor department = Visitor.signedIn(port, "sob-1");
        department.get("/arenden/" + school);
        department.post("/arenden/" + school + "/upprepning", "text", "Det finns fler.", "ground", "NECESSARY");
        assertThat(page(OFFICER, school)).contains("Det finns fler.");
        later(Duration.ofDays(1));
        takesOver(school, Owner.localOfficer("LISEBERG"), PARKS_OFFICER);

        assertThat(page(PARKS_OFFICER, school))
                .doesNotContain("Det finns fler.", "har ärenden också hos andra", "fler ärenden");

        disclose(school, Part.NOTES);
        assertThat(page(PARKS_OFFICER, school)).contains("Det finns fler.");
    }

    // --- what people do and see

    /** Alike in everything that is compared. */
    private AReport alike(String unit) {
        return AReport.about(unit)
                .kind(Kind.THREAT)
                .question("Bron vid Stigberget " + own)
                .by("Den svarta bilen " + own);
    }

    private String reported(String official, AReport report) {
        return report(official, report).caseNumber();
    }

    private String contacted(String official, AReport report) {
        String number = reported(official, report);
        complete(OFFICER, number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Samtal.");
        return number;
    }

    private void assess(String officer, String number, String level, String reason) {
        complete(officer, number, "userTask_assessIncident", "level", level, "reason", reason);
    }

    private LevelDecision assessed(String number) {
        List<LevelDecision> all = assessments.decisions(number);
        return all.get(all.size() - 1);
    }

    private void takesOver(String number, Owner taker, String person) {
        responsibilities.takeOver(
                number, taker, "Frågan hör till deras arbete nu.", EventKind.CASE_TRANSFERRED, person);
    }

    /** The school hands over one part more. */
    private void disclose(String number, Part part) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(done -> cases.disclose(
                        number,
                        Owner.localOfficer(SCHOOL),
                        file(number).owner().group(),
                        Disclosure.Occasion.LATER,
                        SecrecyGround.NECESSARY,
                        EnumSet.of(part),
                        OFFICER));
    }

    private String page(String person, String number) {
        return shown(Visitor.signedIn(port, person), "/arenden/" + number);
    }

    private static String shown(Visitor visitor, String path) {
        return visitor.get(path).body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private String api(String person, String number) {
        return Visitor.api(port, "GET", "/api/cases/" + number, person, null).body();
    }

    private String form(String person, String number) {
        String task = task(number, "userTask_assessIncident").getId();
        return SignedIn.as(person, port)
                .engineGet("/task/" + task + "/deployed-form")
                .body();
    }

    /** Every page, call, form and task about the case that the person has, as it is shown. */
    private List<String> everythingSeenBy(String person, String number) {
        Visitor visitor = Visitor.signedIn(port, person);
        List<String> seen = new ArrayList<>();
        Stream.of("/arenden/" + number, "/arenden/" + number + "/lasningar", "/")
                .forEach(path -> seen.add(shown(visitor, path)));
        seen.add(api(person, number));
        SignedIn tasklist = SignedIn.as(person, port);
        openTasks(number).forEach(key -> {
            String task = task(number, key).getId();
            Stream.of("", "/deployed-form", "/form-variables")
                    .forEach(part ->
                            seen.add(tasklist.engineGet("/task/" + task + part).body()));
        });
        seen.add(List.of(file(number).level(), file(number).contactDueAt(), assessments.dueAt(number))
                .toString());
        return seen;
    }

    /** The department's list of what is repeated, to its end. */
    private static String everyPage(Visitor reader) {
        StringBuilder all = new StringBuilder();
        String page;
        int number = 0;
        do {
            page = reader.get("/upprepning?sida=" + number++).body();
            all.append(page);
        } while (page.contains(">Äldre</a>"));
        return all.toString();
    }
}
