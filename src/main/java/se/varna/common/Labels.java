package se.varna.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Words for codes and moments in the {@link Language} of the reader, from the message bundle. */
@Component("labels")
public class Labels {

    private final MessageSource messages;

    Labels(MessageSource messages) {
        this.messages = messages;
    }

    /** The word for an enum's value, as {@code label.Level.HIGH}. */
    public String of(Enum<?> value) {
        return value == null ? "" : text("label." + value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    public String of(Collection<? extends Enum<?>> values) {
        return values.stream().map(this::of).collect(Collectors.joining(", "));
    }

    public String text(String key, Object... args) {
        return messages.getMessage(key, args, Language.current());
    }

    /** The text of the first of the keys that has one. */
    public String textOfFirst(List<String> keys, Object... args) {
        return messages.getMessage(
                new DefaultMessageSourceResolvable(keys.toArray(String[]::new), args), Language.current());
    }

    /** {@code måndag 23 november 2026 kl. 14.30}, in Swedish time. */
    public String moment(Instant moment) {
        return moment == null ? "" : inWords("format.moment", moment.atZone(Sweden.TIME));
    }

    /** When something happened that is only roughly known: the moment, or {@code 23 november 2026} for a whole day. */
    public String roughly(Instant moment) {
        boolean wholeDay = Sweden.isWholeDay(moment.atZone(Sweden.TIME));
        return wholeDay ? day(moment.atZone(Sweden.TIME).toLocalDate()) : moment(moment);
    }

    /** {@code 23 november 2026}. */
    public String day(LocalDate day) {
        return day == null ? "" : inWords("format.day", day);
    }

    /** {@code november 2026}. */
    public String month(YearMonth month) {
        return inWords("format.month", month);
    }

    private String inWords(String pattern, TemporalAccessor when) {
        return DateTimeFormatter.ofPattern(text(pattern), Language.current()).format(when);
    }
}
