package se.varna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** When the demo's cases are reported: more each year, and most of all before the election in September (R21). */
record Moments(ZonedDateTime end, int years, Random dice) {

    /** The years with a general election. */
    private static boolean isElection(YearMonth month) {
        return month.getYear() % 4 == 2 && month.getMonthValue() >= 5 && month.getMonthValue() <= 9;
    }

    /** So many moments, the first one first. */
    List<Instant> draw(int number) {
        List<YearMonth> likely = new ArrayList<>();
        YearMonth last = YearMonth.from(end);
        for (int back = 12 * years; back >= 0; back--) {
            YearMonth month = last.minusMonths(back);
            int weight = 2 + (12 * years - back) / 12 + (isElection(month) ? 4 : 0);
            for (int i = 0; i < weight; i++) {
                likely.add(month);
            }
        }
        ZonedDateTime start = end.minusYears(years);
        Stream<ZonedDateTime> whenever = Stream.generate(() -> moment(likely.get(dice.nextInt(likely.size()))))
                .filter(moment -> !moment.isBefore(start) && moment.isBefore(end));
        // The last ones came just now, so that there is something left to do.
        Stream<ZonedDateTime> now = Stream.generate(() -> end.minusMinutes(1 + dice.nextInt(3 * 24 * 60)));
        int recent = 1 + number / 40;
        return Stream.concat(whenever.limit(number - recent), now.limit(recent))
                .map(ZonedDateTime::toInstant)
                .sorted()
                .toList();
    }

    /** Some time of the month: mostly by day. */
    private ZonedDateTime moment(YearMonth month) {
        LocalDate day = month.atDay(1 + dice.nextInt(month.lengthOfMonth()));
        int hour = dice.nextInt(10) < 9 ? 7 + dice.nextInt(15) : dice.nextInt(24);
        return day.atTime(hour, dice.nextInt(60)).atZone(end.getZone());
    }
}
