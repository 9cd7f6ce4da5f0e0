package se.varna.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** By when, in words, seen from a Tuesday at ten in the morning. */
class DueWordsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:59:30, försenad 1 min, true",
        "2026-11-24T09:01, försenad 59 min, true",
        "2026-11-24T09:00, försenad 1 tim, true",
        "2026-11-24T07:30, försenad 2 tim, true",
        "2026-11-23T10:00, försenad 1 dag, true",
        "2026-11-20T10:00, försenad 4 dagar, true",
        "2026-11-24T10:00, 'om 1 min, kl. 10.00', false",
        "2026-11-24T10:15, 'om 15 min, kl. 10.15', false",
        "2026-11-24T11:00, i dag kl. 11.00, false",
        "2026-11-24T23:59, i dag kl. 23.59, false",
        "2026-11-25T00:00, i morgon kl. 00.00, false",
        "2026-11-26T10:00, torsdag kl. 10.00, false",
        "2026-11-30T10:00, måndag kl. 10.00, false",
        "2026-12-01T10:00, 1 december kl. 10.00, false",
        "2027-01-05T10:00, 5 januari 2027 kl. 10.00, false"
    })
    void a_deadline_is_told_as_people_say_it(LocalDateTime due, String words, boolean overdue) {
        Clock clock = Clock.fixed(
                LocalDateTime.parse("2026-11-24T10:00").atZone(Sweden.TIME).toInstant(), ZoneOffset.UTC);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/texts");
        messages.setDefaultEncoding("UTF-8");
        DueWords dueWords = new DueWords(new Labels(messages), clock);

        assertThat(dueWords.of(due.atZone(Sweden.TIME).toInstant())).isEqualTo(words);
        assertThat(dueWords.isOverdue(due.atZone(Sweden.TIME).toInstant())).isEqualTo(overdue);
    }
}
