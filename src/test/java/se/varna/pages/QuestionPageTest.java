package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.advice.Advice;
import se.varna.advice.SecurityQuestion;
import se.varna.casefile.Matter;

/** A question as it is asked and read on the pages, without scripts. */
class QuestionPageTest extends VarnaTest {

    private static final String UNIT = "GRUNDSKOLENAMNDEN";
    private static final String QUESTION = "Hur gör jag om någon filmar mig?";

    @Autowired
    private Advice advice;

    private String ask(String asker) {
        return advice.ask(
                new SecurityQuestion(QUESTION, Matter.CITY, UNIT, null),
                asker,
                UUID.randomUUID().toString());
    }

    @Test
    void the_page_says_who_answers_and_when_and_sending_twice_asks_once() {
        Visitor visitor = Visitor.signedIn(port, newMember(UNIT));
        assertThat(visitor.get("/").body()).contains("href=\"/fraga\"");
        assertThat(visitor.get("/rapportera").body()).contains("href=\"/fraga\"");
        Visitor.Answer page = visitor.get("/fraga");
        assertThat(page.body()).contains("112", "säkerhetsskydd");
        assertThat(Jsoup.parse(page.body()).select("option[selected]").attr("value"))
                .as("the one unit where they have a seat")
                .isEqualTo(UNIT);
        String key = Reporter.value(page, "nyckel");

        String[] typed = {"nyckel", key, "question", QUESTION, "matter", "CITY", "unit", UNIT, "reachAt", "070-1"};
        Visitor.Answer own = visitor.post("/fraga", typed);

        assertThat(own.path()).startsWith("/arenden/V-");
        assertThat(own.body())
                .contains("din fråga är framme", QUESTION, "Grundskolenämnden", "torsdag 26 november 2026 kl. 10.00")
                .doesNotContain("Polisanmälan", "Berätta mer", "utsatt");
        assertThat(visitor.post("/fraga", typed).path()).isEqualTo(own.path());
    }

    @Test
    void what_was_typed_is_kept_when_something_has_to_be_mended() {
        Visitor visitor = Visitor.signedIn(port, newMember(UNIT));
        visitor.get("/fraga");

        Visitor.Answer again = visitor.post("/fraga", "reachAt", "070-1740612", "matter", "PARTY", "unit", "KF");

        assertThat(again.status()).isEqualTo(400);
        Document page = Jsoup.parse(again.body());
        assertThat(page.text()).contains("Skriv din fråga.");
        assertThat(page.select("[name=reachAt]").val()).isEqualTo("070-1740612");
        assertThat(page.select("[name=matter][checked]").val()).isEqualTo("PARTY");
        assertThat(page.select("option[selected]").val()).isEqualTo("KF");

        Visitor.Answer form = visitor.get("/fraga");
        String key = Reporter.value(form, "nyckel");
        visitor.post("/fraga", "nyckel", key, "question", QUESTION);
        Visitor.Answer another = visitor.post("/fraga", "nyckel", key, "question", "En annan fråga.");
        assertThat(another.status()).isEqualTo(400);
        assertThat(another.body()).contains("redan skickat en fråga", "En annan fråga.");
        assertThat(visitor.post("/fraga", "nyckel", Reporter.value(another, "nyckel"), "question", "En annan fråga.")
                        .path())
                .startsWith("/arenden/V-");
    }

    @Test
    void a_unit_is_told_that_it_asks_the_department() {
        Visitor officer = Visitor.signedIn(port, "lsa-grundskola");
        assertThat(officer.get("/fraga").body())
                .contains("Här frågar du Säkerhet och Beredskap")
                .doesNotContain("Partipolitik");
    }

    @Test
    void whoever_has_chosen_english_asks_and_reads_in_english() {
        String official = newMember(UNIT);
        Visitor visitor = Visitor.signedIn(port, official);
        visitor.get("/?sprak=en");
        EnglishTest.isEnglish(visitor, "/fraga");
        EnglishTest.isEnglish("/fraga", visitor.post("/fraga").body());
        String number = ask(official);
        EnglishTest.isEnglish(visitor, "/arenden/" + number);
        EnglishTest.isEnglish(visitor, "/mina-arenden");
        complete("lsa-grundskola", number, "userTask_answerQuestion", "outcome", "ANSWER", "text", "Be dem sluta.");
        EnglishTest.isEnglish(visitor, "/arenden/" + number);
    }

    @Test
    void the_officers_page_is_about_a_question_and_its_course_is_drawn() {
        String number = ask(newMember(UNIT));
        Visitor officer = Visitor.signedIn(port, "lsa-grundskola");

        String page = Jsoup.parse(officer.get("/arenden/" + number).body())
                .select("main section.card")
                .text();

        assertThat(page)
                .contains(
                        "Fråga om säkerhet",
                        "Frågar",
                        "Frågan",
                        QUESTION,
                        "Besvara frågan",
                        "Skriv till den som frågar")
                .doesNotContain("Rapporten", "Polisanmält", "Nivå", "den utsatta", "Första kontakt");
        assertThat(officer.get("/arenden/" + number + "/karta").body())
                .contains("Besvara frågan", "data-element-id=\"userTask_answerQuestion\"")
                .doesNotContain("userTask_assessIncident");
    }
}
