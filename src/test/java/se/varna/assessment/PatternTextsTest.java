package se.varna.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;

/** How a pattern is said. */
class PatternTextsTest extends VarnaTest {

    @Autowired
    PatternTexts texts;

    @ParameterizedTest
    @CsvSource({
        "2, andra", "3, tredje", "4, fjärde", "5, femte", "6, sjätte", "7, sjunde", "8, åttonde", "9, nionde",
        "10, tionde", "11, elfte", "12, tolfte", "13, 13:e", "20, 20:e", "21, 21:a", "22, 22:a", "23, 23:e",
        "101, 101:a", "111, 111:e", "112, 112:e", "122, 122:a", "1000, 1000:e", "1001, 1001:a"
    })
    void numbers_stand_in_order_as_in_swedish(int number, String said) {
        assertThat(texts.ordinal(number)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "SAME_PERSON, 2, 60, Det tredje ärendet om samma person på 60 dagar",
        "SAME_QUESTION, 1, 1, Det andra ärendet om samma politiska fråga på en dag",
        "SAME_SENDER, 3, 0, Det fjärde ärendet med samma avsändare eller alias på samma dag"
    })
    void a_pattern_is_one_sentence(Likeness likeness, int earlier, int days, String said) {
        var others = Collections.nCopies(earlier, new Pattern.Earlier("V-2026-482137", Instant.EPOCH));
        assertThat(texts.sentence(new Pattern(likeness, days, others))).isEqualTo(said);
    }
}
