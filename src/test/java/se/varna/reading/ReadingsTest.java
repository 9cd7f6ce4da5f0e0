package se.varna.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varna.common.Language;

/** The pages that ship, and what a city can do to them with files alone, while the application runs. */
class ReadingsTest {

    @TempDir
    Path city;

    private Readings readings;

    @BeforeEach
    void begin() {
        readings = new Readings(city.toString());
    }

    @Test
    void what_ships_quotes_the_rules_of_prevention_in_both_languages() {
        for (var language : List.of(Language.SWEDISH, Language.ENGLISH)) {
            List<ReadingPage> pages = new Readings("").listed(language);
            assertThat(pages)
                    .extracting(ReadingPage::name)
                    .containsExactly(
                            "forebygg-i-vardagen", "tank-igenom-i-forvag", "polisanmal", "valar", "infor-moten");
            assertThat(pages).allSatisfy(page -> {
                assertThat(page.language()).isEqualTo(language.getLanguage());
                assertThat(page.summary()).isNotBlank();
                assertThat(page.html()).contains("<blockquote class=\"guidance\">");
            });
            String all = pages.stream().map(ReadingPage::html).reduce("", String::concat);
            assertThat(all).contains("R4 ", "R7 ", "R12 ", "R21 ", "R22 ");
        }
    }

    @Test
    void a_page_of_the_city_is_there_at_once_and_follows_its_file() throws IOException {
        write("sv", "cykla-hem", "# Cykla hem\n\nTa sällskap.");
        assertThat(page("cykla-hem").title()).isEqualTo("Cykla hem");
        assertThat(page("cykla-hem").html()).isEqualTo("<p>Ta sällskap.</p>\n");

        write("sv", "cykla-hem", "---\ntitle: Cykla hem tillsammans\norder: 5\n---\nTa alltid sällskap.");
        assertThat(readings.listed(Language.SWEDISH).get(0).title()).isEqualTo("Cykla hem tillsammans");

        Files.delete(city.resolve("sv/cykla-hem.md"));
        assertThat(readings.page("cykla-hem", Language.SWEDISH)).isEmpty();
    }

    @Test
    void a_page_of_the_city_takes_the_place_of_ours_and_an_empty_one_takes_it_away() throws IOException {
        write("sv", "valar", "# Inför valet\n\nVårt eget.");
        write("sv", "infor-moten", "\n");

        assertThat(page("valar").title()).isEqualTo("Inför valet");
        assertThat(readings.page("infor-moten", Language.SWEDISH)).isEmpty();
        assertThat(readings.page("infor-moten", Language.ENGLISH)).isEmpty();
        assertThat(readings.listed(Language.SWEDISH)).hasSize(4);
    }

    @Test
    void english_is_a_translation_of_the_same_page_and_otherwise_swedish() throws IOException {
        write("sv", "valar", "# Inför valet\n\nVårt eget.");
        assertThat(readings.page("valar", Language.ENGLISH).orElseThrow().language())
                .isEqualTo("sv");

        write("en", "valar", "# Before the election\n\nOur own.");
        assertThat(readings.page("valar", Language.ENGLISH).orElseThrow().title())
                .isEqualTo("Before the election");
        assertThat(page("valar").title()).isEqualTo("Inför valet");

        write("en", "only-english", "# Only in English\n\nNo Swedish.");
        assertThat(readings.page("only-english", Language.ENGLISH)).isEmpty();
    }

    @Test
    void what_is_typed_does_nothing_but_say_what_it_says() throws IOException {
        write(
                "sv",
                "farlig",
                """
                # Rubrik

                # Ännu en

                <script>alert(1)</script> och <b onclick="x()">fet</b>

                [skript](javascript:alert(1)) [data](data:text/html;base64,eA==) [fil](file:///etc/passwd)
                [ut](https://polisen.se) [ring](tel:112) [skriv](mailto:a@example.org) [här](/rad/valar)
                ![en karta](https://example.org/karta.png)
                """);

        assertThat(page("farlig").html())
                .contains("<h2>Ännu en</h2>", "&lt;script&gt;", "&lt;b onclick", "en karta")
                .contains("href=\"https://polisen.se\"", "href=\"tel:112\"", "href=\"mailto:a@example.org\"")
                .contains("href=\"/rad/valar\"")
                .doesNotContain("<script", "<b ", "javascript:", "data:", "file:", "<img", "<h1");
    }

    @Test
    void what_is_no_page_is_left_alone() throws IOException {
        write("sv", "valar", "x".repeat(200_001));
        write("sv", "Stora Bokstäver", "# Nej");
        Files.write(city.resolve("sv/polisanmal.md"), "# Brå".getBytes(StandardCharsets.ISO_8859_1));
        Path secret = Files.writeString(city.resolve("hemligt.txt"), "# Hemligt\n\nUtanför.");
        Files.createSymbolicLink(city.resolve("sv/lank.md"), secret);

        assertThat(page("valar").title()).isEqualTo("När det är valår");
        assertThat(page("polisanmal").title()).isEqualTo("Gå på din känsla och polisanmäl");
        assertThat(readings.listed(Language.SWEDISH)).hasSize(5);
        assertThat(readings.page("../hemligt", Language.SWEDISH)).isEmpty();
    }

    private ReadingPage page(String name) {
        return readings.page(name, Language.SWEDISH).orElseThrow();
    }

    private void write(String language, String name, String text) throws IOException {
        Files.createDirectories(city.resolve(language));
        Files.writeString(city.resolve(language).resolve(name + ".md"), text);
    }
}
