package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.varna.VarnaTest;
import se.varna.pages.Reporter;
import se.varna.pages.Visitor;

/** A report that is not sent yet: nothing that was written is lost, nobody else sees it, and it does not stay for ever. */
class ReportDraftTest extends VarnaTest {

    private static final String WORDS = "Det tog lång tid att <skriva>.";

    private String author;
    private Visitor visitor;
    private String draft;

    @BeforeEach
    void begun() {
        author = newMember("KF");
        visitor = Visitor.signedIn(port, author);
        draft = Reporter.begin(visitor);
    }

    // --- nothing is lost

    @Test
    void the_battery_dies_and_one_goes_on_at_another_computer_where_one_was() {
        Reporter.answer(visitor, draft + "/4", "?spara", "description", WORDS);

        Visitor elsewhere = Visitor.signedIn(port, author);
        Document start = Jsoup.parse(elsewhere.get("/rapportera").body());
        assertThat(start.text())
                .contains("Du har ett påbörjat utkast", "vid fråga 4")
                .doesNotContain("Det tog");
        Visitor.Answer goneOn =
                elsewhere.get(start.selectFirst("#utkast ~ ul a").attr("href"));

        assertThat(goneOn.path()).isEqualTo(draft + "/4");
        assertThat(Jsoup.parse(goneOn.body()).selectFirst("textarea").text()).isEqualTo(WORDS);
    }

    @Test
    void whatever_button_is_pressed_what_was_typed_is_saved() {
        for (String button : List.of("", "?hoppa-over", "?tillbaka", "?kontroll", "?spara")) {
            String words = "Med knappen " + button;
            Reporter.answer(visitor, draft + "/12", button, "impact", words);
            assertThat(typed(visitor.get(draft + "/12"))).isEqualTo(words);
        }
        assertThat(Reporter.answer(visitor, draft + "/12", "?spara", "impact", "Sist.")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void the_session_runs_out_and_the_words_are_there_after_signing_in_again() {
        Visitor.Answer page = visitor.get(draft + "/4");
        later(Duration.ofMinutes(31));
        Visitor.Answer lost = send(page, "/4", "", WORDS);
        assertThat(lost.status()).isEqualTo(403);
        assertThat(lost.body()).contains("Det tog lång tid att &lt;skriva&gt;.", "Fortsätt där du var");
        String goOn = Jsoup.parse(lost.body()).selectFirst("#vidare ~ p a").attr("href");
        assertThat(visitor.get(goOn).path()).isEqualTo("/logga-in");

        visitor.post("/logga-in", "username", author, "password", "demo");
        Visitor.Answer back = visitor.get(goOn);

        assertThat(back.path()).isEqualTo(draft + "/4");
        assertThat(typed(back)).isEqualTo(WORDS);
        assertThat(back.body()).contains("Du hade loggats ut, så det här är inte sparat än.");
        assertThat(typed(visitor.get(draft + "/4")))
                .as("however often it is looked at")
                .isEqualTo(WORDS);
        assertThat(send(back, "/4", "", WORDS).path()).isEqualTo(draft + "/5");
        assertThat(visitor.get(draft + "/4").body()).contains("skriva").doesNotContain("Du hade loggats ut");
    }

    @Test
    void after_signing_in_again_in_another_tab_the_old_page_says_the_same() {
        visitor.post("/logga-ut");
        visitor.get("/logga-in");
        visitor.post("/logga-in", "username", author, "password", "demo");
        Visitor.Answer refused = visitor.withoutToken().post(draft + "/12", "impact", WORDS);
        assertThat(refused.status()).isEqualTo(403);
        Visitor.Answer back = visitor.get(
                Jsoup.parse(refused.body()).selectFirst("#vidare ~ p a").attr("href"));
        assertThat(back.path()).isEqualTo(draft + "/12");
        assertThat(typed(back)).isEqualTo(WORDS);
    }

    @Test
    void whoever_else_signs_in_in_the_same_browser_sees_nothing_of_it() {
        visitor.post("/logga-ut");
        assertThat(visitor.withoutToken()
                        .post(draft + "/4", "description", WORDS)
                        .status())
                .isEqualTo(403);
        visitor.get("/logga-in");
        visitor.post("/logga-in", "username", "sob-1", "password", "demo");
        assertThat(visitor.get(draft + "/4").status()).isEqualTo(404);
        assertThat(visitor.get("/rapportera").body()).doesNotContain("påbörjat", "skriva");
    }

    @Test
    void a_draft_that_was_deleted_in_another_tab_gives_the_words_back() {
        Visitor.Answer page = visitor.get(draft + "/4");
        visitor.post(draft + "/ta-bort");
        Visitor.Answer gone = send(page, "/4", "", WORDS);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.body()).contains("Det tog lång tid att &lt;skriva&gt;.");
        assertThat(visitor.get("/rapportera").body()).doesNotContain("påbörjat");
    }

    // --- two tabs

    @Test
    void two_tabs_with_different_questions_do_not_touch_each_others_answers() {
        Visitor.Answer what = visitor.get(draft + "/4");
        Visitor.Answer impact = visitor.get(draft + "/12");
        send(what, "/4", "?spara", "Det som hände.");
        visitor.post(draft + "/12", "impact", "Jag är rädd.", "sida", Reporter.value(impact, "sida"), "sett", "");
        assertThat(visitor.get(draft + "/kontroll").body()).contains("Det som hände.", "Jag är rädd.");
    }

    @Test
    void two_tabs_with_the_same_question_overwrite_nothing_and_the_author_chooses() {
        Visitor.Answer one = visitor.get(draft + "/4");
        Visitor.Answer other = visitor.get(draft + "/4");
        assertThat(send(one, "/4", "", "I den ena.").path()).isEqualTo(draft + "/5");

        assertThat(send(other, "/4", "?spara", "I den andra.").status()).isEqualTo(409);
        Visitor.Answer both = send(other, "/4", "", "I den andra.");
        assertThat(both.status()).isEqualTo(409);
        assertThat(Jsoup.parse(both.body()).select("blockquote").text()).isEqualTo("I den ena.");
        assertThat(typed(both)).isEqualTo("I den andra.");
        assertThat(typed(visitor.get(draft + "/4"))).isEqualTo("I den ena.");

        assertThat(send(both, "/4", "", "I den ena. I den andra.").path()).isEqualTo(draft + "/5");
        assertThat(typed(visitor.get(draft + "/4"))).isEqualTo("I den ena. I den andra.");
    }

    @Test
    void a_page_does_not_stand_in_its_own_way_when_an_answer_about_its_saving_was_lost() {
        Visitor.Answer page = visitor.get(draft + "/4");
        for (String words : List.of("D", "De", "Det")) {
            assertThat(send(page, "/4", "?spara", words).status()).isEqualTo(204);
        }
        Visitor.Answer wrong = send(page, "/4", "", "");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(send(wrong, "/4", "", "Det hände.").path()).isEqualTo(draft + "/5");
    }

    // --- sent once

    @Test
    void however_often_and_from_however_many_tabs_it_is_sent_it_is_one_case() throws Exception {
        Reporter.answer(visitor, draft + "/4", "", "description", "Många tryck.");
        visitor.get(draft + "/kontroll");
        ExecutorService tabs = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Visitor.Answer>> presses = IntStream.range(0, 8)
                    .<Callable<Visitor.Answer>>mapToObj(press -> () -> visitor.post(draft + "/kontroll"))
                    .toList();
            List<String> receipts = tabs.invokeAll(presses).stream()
                    .map(ReportDraftTest::path)
                    .distinct()
                    .toList();
            assertThat(receipts).hasSize(1).allMatch(path -> path.startsWith("/kvittens/"));
            assertThat(reported()).isEqualTo(1);
            for (String page : List.of("", "/2", "/4", "/13?ratta", "/kontroll")) {
                assertThat(visitor.get(draft + page).path()).as(page).isEqualTo(receipts.get(0));
            }
            visitor.get("/");
            assertThat(visitor.post(draft + "/4?skicka", "description", "Många tryck.")
                            .path())
                    .isEqualTo(receipts.get(0));
            assertThat(visitor.post(draft + "/ta-bort").path()).isEqualTo(receipts.get(0));
            assertThat(visitor.post("/rapportera", "nyckel", draft.replaceFirst(".*/", ""), "whom", "self")
                            .path())
                    .isEqualTo(receipts.get(0));
            assertThat(reported()).isEqualTo(1);
            assertThat(kept()).isZero();
        } finally {
            tabs.shutdownNow();
        }
    }

    @Test
    void what_was_typed_in_another_tab_after_sending_is_given_back() {
        Reporter.answer(visitor, draft + "/4", "", "description", "Skickat.");
        Visitor.Answer impact = visitor.get(draft + "/12");
        String receipt = visitor.post(draft + "/kontroll").path();

        assertThat(visitor.post(draft + "/12?spara", "impact", WORDS).status()).isEqualTo(410);
        Visitor.Answer late =
                visitor.post(draft + "/12", "impact", WORDS, "sida", Reporter.value(impact, "sida"), "sett", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Det tog lång tid att &lt;skriva&gt;.", "redan skickad", receipt);
    }

    // --- nobody else's

    @Test
    void for_everybody_else_there_is_no_such_draft() {
        Reporter.answer(visitor, draft + "/4", "", "description", WORDS);
        String nobodys = "/rapportera/" + UUID.randomUUID();
        for (String person : List.of("ledamot-kf", "sob-1", "sob-chef", "lsa-grundskola", "processagare", "admin")) {
            Visitor other = Visitor.signedIn(port, person);
            String start = other.get("/rapportera").body();
            assertThat(start).as(person).doesNotContain(draft);
            for (String page : List.of("", "/2", "/4", "/4?andra", "/13", "/kontroll")) {
                assertAlike(other.get(draft + page), other.get(nobodys + page));
            }
            other.get("/");
            for (String page : List.of("/4", "/4?spara", "/4?skicka", "/13?filer", "/kontroll", "/ta-bort")) {
                assertAlike(
                        other.post(draft + page, "description", "Mitt."),
                        other.post(nobodys + page, "description", "Mitt."));
            }
            String id = draft.replaceFirst(".*/", "");
            assertThat(other.post("/rapportera", "nyckel", id, "whom", "self").status())
                    .as("another's id is none of theirs")
                    .isEqualTo(404);
        }
        assertThat(typed(visitor.get(draft + "/4"))).isEqualTo(WORDS);
    }

    @Test
    void only_its_own_classes_know_the_table() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(ReportDraftTest::namesDrafts)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("Drafts.java", "DraftFiles.java", "EvidenceTable.java");
        }
    }

    // --- not for ever

    @Test
    void a_draft_goes_away_by_itself_a_month_after_its_author_last_wrote_in_it() {
        visitor.get(draft + "/13");
        visitor.handIn(draft + "/13?filer", List.of(new Visitor.Chosen("a.jpg", se.varna.evidence.Files.jpeg(1000))));
        assertThat(visitor.get("/rapportera").body()).contains("torsdag 24 december 2026");
        later(Duration.ofDays(29));
        clearing();
        visitor = Visitor.signedIn(port, author);
        Reporter.answer(visitor, draft + "/4", "", "description", WORDS);
        later(Duration.ofDays(29));
        clearing();
        assertThat(kept()).isEqualTo(1);
        later(Duration.ofDays(1));
        clearing();
        assertThat(kept()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM varna.draft_file WHERE draft = ?")
                        .param(UUID.fromString(draft.replaceFirst(".*/", "")))
                        .query(Integer.class)
                        .single())
                .isZero();
        visitor = Visitor.signedIn(port, author);
        assertThat(visitor.get(draft + "/4").status()).isEqualTo(404);
    }

    @Test
    void the_author_deletes_it_and_has_five_at_most() {
        IntStream.range(1, 5).forEach(more -> Reporter.begin(visitor));
        Document start = Jsoup.parse(visitor.get("/rapportera").body());
        assertThat(start.text()).contains("Du har påbörjade utkast");
        Visitor.Answer sixth = visitor.post("/rapportera", "whom", "self");
        assertThat(sixth.status()).isEqualTo(400);
        assertThat(sixth.body()).contains("Du har redan 5 utkast.").containsPattern("value=\"self\"[^>]*checked");
        assertThat(visitor.post(draft + "/ta-bort").path()).isEqualTo("/rapportera");
        assertThat(kept()).isEqualTo(4);
        assertThat(visitor.get(draft + "/2").status()).isEqualTo(404);
        Reporter.begin(visitor);
    }

    // --- how it is asked

    private Visitor.Answer send(Visitor.Answer page, String question, String button, String words) {
        return visitor.post(
                draft + question + button,
                "description",
                words,
                "sida",
                Reporter.value(page, "sida"),
                "sett",
                Reporter.value(page, "sett"));
    }

    private static String typed(Visitor.Answer page) {
        return Jsoup.parse(page.body()).selectFirst("textarea").wholeText();
    }

    private static String path(Future<Visitor.Answer> answer) {
        try {
            return answer.get().path();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void assertAlike(Visitor.Answer hidden, Visitor.Answer none) {
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(none.status()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(none.body());
    }

    private static boolean namesDrafts(Path source) {
        try {
            return Files.readString(source).matches("(?s).*varna\\.(report_draft|draft_file|draft_chunk).*");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int reported() {
        return jdbc.sql("SELECT count(*) FROM varna.case_file WHERE reporter = ?")
                .param(author)
                .query(Integer.class)
                .single();
    }

    private int kept() {
        return jdbc.sql("SELECT count(*) FROM varna.report_draft WHERE author = ?")
                .param(author)
                .query(Integer.class)
                .single();
    }

    /** Midnight comes. */
    private void clearing() {
        jobs(true).forEach(job -> engine.getManagementService().executeJob(job.getId()));
        jobs(false).forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    private List<Job> jobs(boolean timers) {
        var query = engine.getManagementService().createJobQuery().processDefinitionKey("clearDrafts");
        return timers ? query.timers().list() : query.messages().list();
    }
}
